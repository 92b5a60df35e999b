// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/** Compares a value with a type. */
public final class TypeCheck {
	private TypeCheck() {
	}

	/** Tells whether a value is of a type. */
	public static boolean fits(DataType type, Value value) {
		return problem(type, value).isEmpty();
	}

	/**
	 * Says why a value is not of a type, with the way to the part that does not fit: {@code element 3, field unit: 300 is no literal of
	 * enum { Wh = 30 }}. Nothing: it fits.
	 */
	public static Optional<String> problem(DataType type, Value value) {
		return switch (type) {
			case DataType.Any any -> Optional.empty();
			case DataType.Named named -> problem(named.type(), value);
			case DataType.Simple simple -> simple(simple, value);
			case DataType.Enumeration enumeration -> enumeration(enumeration, value);
			case DataType.BitField field -> bitField(field, value);
			case DataType.ArrayOf array -> array(array, value);
			case DataType.CompactOf array -> compact(array, value);
			case DataType.StructureOf structure -> structure(structure, value);
			case DataType.Choice choice -> choice(choice, value);
		};
	}

	private static Optional<String> simple(DataType.Simple type, Value value) {
		if (type.tag() != value.tag()) {
			return other(type, value);
		}
		return size(type, value).filter(size -> !contains(type.size(), size))
				.map(size -> "%s %s is outside %s".formatted(value.tag().isInteger() ? "number" : "length", size, range(type.size())));
	}

	/** Returns what the bounds of a simple type bound: the number, or the length in octets or bits. */
	private static Optional<BigInteger> size(DataType.Simple type, Value value) {
		return switch (value) {
			case Value.Int number -> Optional.of(number.value());
			case Value.Octets octets -> length(octets.bytes().length());
			case Value.Visible text -> length(text.text().length());
			case Value.Utf8 text -> length(text.text().getBytes(StandardCharsets.UTF_8).length);
			case Value.Bits bits -> length(bits.bits().length());
			case Value.Array array -> length(array.elements().size());
			default -> Optional.empty();
		};
	}

	private static Optional<BigInteger> length(int length) {
		return Optional.of(BigInteger.valueOf(length));
	}

	private static boolean contains(DataType.Size size, BigInteger number) {
		return number.compareTo(BigInteger.valueOf(size.lower())) >= 0
				&& (size.upper() == DataType.Size.UNBOUNDED || number.compareTo(BigInteger.valueOf(size.upper())) <= 0);
	}

	private static String range(DataType.Size size) {
		if (size.upper() == DataType.Size.UNBOUNDED) {
			return "%d and up".formatted(size.lower());
		}
		return size.lower() == size.upper() ? Long.toString(size.lower()) : "%d to %d".formatted(size.lower(), size.upper());
	}

	private static Optional<String> enumeration(DataType.Enumeration type, Value value) {
		if (!(value instanceof Value.Int number) || value.tag() != DataTag.ENUM) {
			return other(type, value);
		}
		int code = number.value().intValue();
		return type.literals().isEmpty() || type.literals().stream().anyMatch(literal -> literal.covers(code)) ? Optional.empty()
				: Optional.of("%d is no literal of %s".formatted(code, TypeNotation.brief(type)));
	}

	private static Optional<String> bitField(DataType.BitField type, Value value) {
		if (type.carrier() != value.tag()) {
			return other(type, value);
		}
		return value instanceof Value.Bits bits && type.size() > 0 && bits.bits().length() != type.size()
				? Optional.of("%d bits instead of %d".formatted(bits.bits().length(), type.size()))
				: Optional.empty();
	}

	private static Optional<String> array(DataType.ArrayOf type, Value value) {
		if (!(value instanceof Value.Array array)) {
			return other(type, value);
		}
		if (!type.size().contains(array.elements().size())) {
			return Optional.of("%d elements, outside %s".formatted(array.elements().size(), range(type.size())));
		}
		return elements(type.element(), array.elements());
	}

	private static Optional<String> compact(DataType.CompactOf type, Value value) {
		return value instanceof Value.CompactArray array ? elements(type.element(), array.elements()) : other(type, value);
	}

	private static Optional<String> elements(DataType type, List<Value> elements) {
		for (int i = 0; i < elements.size(); i++) {
			Optional<String> problem = problem(type, elements.get(i));
			if (problem.isPresent()) {
				return inside("element %d".formatted(i + 1), problem);
			}
		}
		return Optional.empty();
	}

	private static Optional<String> structure(DataType.StructureOf type, Value value) {
		if (!(value instanceof Value.Structure structure)) {
			return other(type, value);
		}
		List<DataType.Field> fields = type.fields();
		if (fields.isEmpty()) {
			return Optional.empty();
		}
		if (fields.size() != structure.fields().size()) {
			return Optional.of("%d fields instead of %d".formatted(structure.fields().size(), fields.size()));
		}
		for (int i = 0; i < fields.size(); i++) {
			Optional<String> problem = problem(fields.get(i).type(), structure.fields().get(i));
			if (problem.isPresent()) {
				return inside("field %s".formatted(fields.get(i).name()), problem);
			}
		}
		return Optional.empty();
	}

	private static Optional<String> inside(String part, Optional<String> problem) {
		return problem.map(text -> "%s%s%s".formatted(part, text.startsWith("element ") || text.startsWith("field ") ? ", " : ": ", text));
	}

	private static Optional<String> choice(DataType.Choice type, Value value) {
		List<DataType> options = type.options().stream().filter(option -> accepts(option, value.tag())).toList();
		if (options.stream().anyMatch(option -> fits(option, value))) {
			return Optional.empty();
		}
		return options.isEmpty() ? other(type, value) : problem(options.getFirst(), value);
	}

	/** Tells whether values with a tag can be of a type. */
	public static boolean accepts(DataType type, DataTag tag) {
		return switch (type) {
			case DataType.Any any -> true;
			case DataType.Named named -> accepts(named.type(), tag);
			case DataType.Simple simple -> simple.tag() == tag;
			case DataType.Enumeration enumeration -> tag == DataTag.ENUM;
			case DataType.BitField field -> field.carrier() == tag;
			case DataType.ArrayOf array -> tag == DataTag.ARRAY;
			case DataType.CompactOf array -> tag == DataTag.COMPACT_ARRAY;
			case DataType.StructureOf structure -> tag == DataTag.STRUCTURE;
			case DataType.Choice choice -> choice.options().stream().anyMatch(option -> accepts(option, tag));
		};
	}

	private static Optional<String> other(DataType type, Value value) {
		return Optional.of("%s instead of %s".formatted(value.tag().standardName(), TypeNotation.brief(type)));
	}
}
