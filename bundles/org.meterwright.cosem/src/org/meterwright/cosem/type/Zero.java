// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/**
 * The value of a type that says nothing: 0 or the number in range that is nearest to it, the shortest string and array, the first
 * literal, false, dates and times not specified, the first option of a choice, null-data for any type.
 */
public final class Zero {
	private static final int LONGEST = 0xFFFF;

	private Zero() {
	}

	/** Returns the zero of a type. */
	public static Value of(DataType type) {
		return TemporalTypes.kind(type).map(kind -> temporal(type, kind)).orElseGet(() -> plain(type));
	}

	private static Value temporal(DataType type, DataTag kind) {
		Bytes octets = CosemDateTime.unspecified(kind);
		return TemporalTypes.inOctets(type) ? new Value.Octets(octets) : new Value.Temporal(kind, octets);
	}

	private static Value plain(DataType type) {
		return switch (type) {
			case DataType.Any any -> new Value.Null();
			case DataType.Named named -> of(named.type());
			case DataType.Simple simple -> simple(simple);
			case DataType.Enumeration enumeration -> new Value.Int(DataTag.ENUM, first(enumeration.literals()));
			case DataType.BitField field -> field.carrier() == DataTag.BIT_STRING ? new Value.Bits("0".repeat(field.size()))
					: new Value.Int(field.carrier(), 0);
			case DataType.ArrayOf array -> new Value.Array(Collections.nCopies(length(array.size()), of(array.element())));
			case DataType.CompactOf array -> compact(array.element());
			case DataType.StructureOf structure -> new Value.Structure(structure.fields().stream().map(field -> of(field.type())).toList());
			case DataType.Choice choice -> choice.options().isEmpty() ? new Value.Null() : of(choice.options().getFirst());
		};
	}

	private static Value compact(DataType element) {
		try {
			return new Value.CompactArray(element, List.of());
		} catch (IllegalArgumentException e) {
			return new Value.CompactArray(new DataType.Simple(DataTag.NULL_DATA), List.of());
		}
	}

	private static int first(List<DataType.Literal> literals) {
		return literals.isEmpty() ? 0 : literals.getFirst().value();
	}

	private static int length(DataType.Size size) {
		return (int) Math.clamp(size.lower(), 0, LONGEST);
	}

	private static Value simple(DataType.Simple type) {
		int length = length(type.size());
		return switch (type.tag()) {
			case NULL_DATA -> new Value.Null();
			case DONT_CARE -> new Value.DontCare();
			case BOOLEAN -> new Value.Bool(false);
			case BIT_STRING -> new Value.Bits("0".repeat(length));
			case OCTET_STRING -> new Value.Octets(Bytes.of(new byte[length]));
			case VISIBLE_STRING -> new Value.Visible(" ".repeat(length));
			case UTF8_STRING -> new Value.Utf8(" ".repeat(length));
			case FLOAT32 -> new Value.Float32(0);
			case FLOAT64 -> new Value.Float64(0);
			case ARRAY -> new Value.Array(List.of());
			case STRUCTURE -> new Value.Structure(List.of());
			case COMPACT_ARRAY -> new Value.CompactArray(new DataType.Simple(DataTag.NULL_DATA), List.of());
			case DATE_TIME, DATE, TIME -> new Value.Temporal(type.tag(), CosemDateTime.unspecified(type.tag()));
			default -> new Value.Int(type.tag(), nearest(type));
		};
	}

	private static BigInteger nearest(DataType.Simple type) {
		BigInteger lower = type.tag().minimum().max(BigInteger.valueOf(type.size().lower()));
		BigInteger upper = type.size().upper() == DataType.Size.UNBOUNDED ? type.tag().maximum()
				: type.tag().maximum().min(BigInteger.valueOf(type.size().upper()));
		return BigInteger.ZERO.max(lower).min(upper.max(type.tag().minimum()));
	}

	/** Tells whether a type has a zero that it accepts itself; one that is empty or contradicts itself has none. */
	public static Optional<Value> fitting(DataType type) {
		Value zero = of(type);
		return TypeCheck.fits(type, zero) ? Optional.of(zero) : Optional.empty();
	}
}
