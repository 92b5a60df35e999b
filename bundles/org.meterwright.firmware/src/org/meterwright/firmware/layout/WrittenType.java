// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.axdr.AxdrWriter;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/**
 * What may be written into an attribute, coded as a program that the access code follows beside the value: tags, lengths (octets, bits, elements),
 * ranges of numbers, literals of enumerations, to the leaf.
 */
final class WrittenType {
	private static final int ANY = 0xFF;
	private static final int CHOICE = 0x80;
	private static final int LITERALS = 0x40;
	private static final int RANGE = 0x20;
	private static final int NO_LIMIT = 0xFFFF;
	private static final int MOST = 0xFF;

	private final AxdrWriter out = new AxdrWriter();
	private boolean says;

	private WrittenType() {
	}

	/** Codes an attribute's type; nothing: storage itself takes no other value than those of the type. */
	static Optional<Bytes> of(Attribute attribute, boolean asOctets) {
		if (attribute.getType() == null) {
			return Optional.empty();
		}
		WrittenType type = new WrittenType();
		type.says = asOctets || attribute.getStorage() == Storage.CALL;
		type.top(attribute.getType(), attribute);
		return type.says && !(type.out.bytes().length() == 1 && type.out.bytes().at(0) == ANY) ? Optional.of(type.out.bytes()) : Optional.empty();
	}

	private void top(DataType type, Attribute attribute) {
		Optional<BigInteger> least = number(attribute.getMinimum());
		Optional<BigInteger> most = number(attribute.getMaximum());
		switch (type.bare()) {
			case DataType.Simple simple when isNumber(simple.tag()) && (least.isPresent() || most.isPresent()) -> range(simple.tag(),
					least.orElse(lowest(simple.tag())), most.orElse(highest(simple.tag())));
			case DataType.Simple simple when attribute.getMaximumLength() > 0 -> simple(simple.tag(), shorter(simple.size(), attribute.getMaximumLength()));
			case DataType.ArrayOf array when attribute.getMaximumLength() > 0 -> code(new DataType.ArrayOf(shorter(array.size(), attribute.getMaximumLength()), array.element()));
			default -> code(type);
		}
	}

	private static DataType.Size shorter(DataType.Size size, int most) {
		return new DataType.Size(size.lower(), Math.min(size.upper(), most));
	}

	private static Optional<BigInteger> number(Value value) {
		return value instanceof Value.Int number ? Optional.of(number.value()) : Optional.empty();
	}

	private void code(DataType type) {
		switch (type.bare()) {
			case DataType.Simple simple -> simple(simple.tag(), simple.size());
			case DataType.Enumeration enumeration -> enumeration(enumeration.literals());
			case DataType.BitField field when field.carrier() == DataTag.BIT_STRING -> lengths(DataTag.BIT_STRING, field.size(), field.size());
			case DataType.BitField field -> out.octet(field.carrier().code());
			case DataType.StructureOf structure -> structure(structure);
			case DataType.ArrayOf array -> array(array);
			case DataType.Choice choice -> choice(choice);
			default -> out.octet(ANY);
		}
	}

	private void simple(DataTag tag, DataType.Size size) {
		boolean bounded = !size.equals(DataType.Size.ANY);
		if (tag.hasParts() || tag == DataTag.DONT_CARE) {
			out.octet(ANY);
		} else if (isNumber(tag) && bounded) {
			range(tag, BigInteger.valueOf(size.lower()).max(lowest(tag)), BigInteger.valueOf(size.upper()).min(highest(tag)));
		} else if ((tag.isString() || tag == DataTag.BIT_STRING) && bounded) {
			lengths(tag, size.lower(), size.upper());
		} else {
			out.octet(tag.code());
		}
	}

	private static boolean isNumber(DataTag tag) {
		return switch (tag) {
			case INTEGER, LONG, DOUBLE_LONG, LONG64, UNSIGNED, LONG_UNSIGNED, DOUBLE_LONG_UNSIGNED, LONG64_UNSIGNED -> true;
			default -> false;
		};
	}

	private static boolean isSigned(DataTag tag) {
		return tag == DataTag.INTEGER || tag == DataTag.LONG || tag == DataTag.DOUBLE_LONG || tag == DataTag.LONG64;
	}

	private static BigInteger lowest(DataTag tag) {
		return isSigned(tag) ? BigInteger.ONE.shiftLeft(8 * tag.width() - 1).negate() : BigInteger.ZERO;
	}

	private static BigInteger highest(DataTag tag) {
		return BigInteger.ONE.shiftLeft(8 * tag.width() - (isSigned(tag) ? 1 : 0)).subtract(BigInteger.ONE);
	}

	private void range(DataTag tag, BigInteger least, BigInteger most) {
		says = true;
		out.octet(tag.code() | RANGE);
		for (BigInteger bound : List.of(least.max(lowest(tag)), most.min(highest(tag)))) {
			for (int octet = tag.width() - 1; octet >= 0; octet--) {
				out.octet(bound.shiftRight(8 * octet).intValue() & 0xFF);
			}
		}
	}

	private void lengths(DataTag tag, long least, long most) {
		says = true;
		out.octet(tag.code() | RANGE);
		number(Math.max(0, least));
		number(most);
	}

	private void number(long value) {
		int bound = (int) Math.min(value, NO_LIMIT);
		out.octet(bound >> 8).octet(bound & 0xFF);
	}

	private void enumeration(List<DataType.Literal> literals) {
		if (literals.isEmpty() || literals.size() > MOST) {
			out.octet(DataTag.ENUM.code());
			return;
		}
		says = true;
		out.octet(DataTag.ENUM.code() | LITERALS).octet(literals.size());
		literals.forEach(literal -> out.octet(literal.value() & 0xFF).octet(literal.upper() & 0xFF));
	}

	private void structure(DataType.StructureOf structure) {
		out.octet(DataTag.STRUCTURE.code()).octet(structure.fields().size());
		structure.fields().forEach(field -> code(field.type()));
	}

	private void array(DataType.ArrayOf array) {
		out.octet(DataTag.ARRAY.code() | RANGE);
		number(Math.max(0, array.size().lower()));
		number(array.size().upper());
		part(array.element());
	}

	private void choice(DataType.Choice choice) {
		if (choice.options().isEmpty() || choice.options().size() > MOST) {
			out.octet(ANY);
			return;
		}
		out.octet(CHOICE).octet(choice.options().size());
		choice.options().forEach(this::part);
	}

	/** Codes a part of its own behind its length. */
	private void part(DataType type) {
		WrittenType inner = new WrittenType();
		inner.code(type);
		says |= inner.says;
		Bytes program = inner.out.bytes();
		out.octet(program.length() >> 8).octet(program.length() & 0xFF);
		for (int i = 0; i < program.length(); i++) {
			out.octet(program.at(i) & 0xFF);
		}
	}
}
