// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TemporalTypes;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** A value of a type as a meter usually has it: small numbers, one element, a date without wildcards. */
final class UsualValue {
	private static final int LOGICAL_NAME = 6;
	private static final int LENGTH = 8;

	private UsualValue() {
	}

	/** Make the value. */
	static Value of(DataType type) {
		Optional<DataTag> temporal = TemporalTypes.kind(type);
		if (temporal.isPresent()) {
			Bytes octets = time(temporal.get());
			return TemporalTypes.inOctets(type) ? new Value.Octets(octets) : new Value.Temporal(temporal.get(), octets);
		}
		return switch (type.bare()) {
			case DataType.Simple simple -> simple(simple);
			case DataType.Any any -> Values.longUnsigned(5);
			case DataType.Enumeration enumeration -> Values.enumerated(enumeration.literals().stream().filter(literal -> !literal.isRange()).mapToInt(DataType.Literal::value).max().orElse(1));
			case DataType.BitField field when field.carrier() == DataTag.BIT_STRING -> new Value.Bits(bits(field.size()));
			case DataType.BitField field -> new Value.Int(field.carrier(), 1);
			case DataType.ArrayOf array -> new Value.Array(IntStream.range(0, (int) Math.max(1, Math.min(array.size().upper(), array.size().lower()))).mapToObj(i -> of(array.element())).toList());
			case DataType.CompactOf array -> new Value.CompactArray(array.element(), List.of(of(array.element())));
			case DataType.StructureOf structure -> new Value.Structure(structure.fields().stream().map(field -> of(field.type())).toList());
			case DataType.Choice choice -> of(choice.options().stream().filter(option -> !isNull(option)).findFirst().orElseThrow());
			case DataType.Named named -> of(named.type());
		};
	}

	private static boolean isNull(DataType type) {
		return type.bare() instanceof DataType.Simple simple && simple.tag() == DataTag.NULL_DATA;
	}

	private static Value simple(DataType.Simple type) {
		return switch (type.tag()) {
			case NULL_DATA, DONT_CARE -> new Value.Null();
			case BOOLEAN -> new Value.Bool(true);
			case BIT_STRING -> new Value.Bits(bits(length(type.size())));
			case OCTET_STRING -> new Value.Octets(octets(length(type.size())));
			case VISIBLE_STRING -> new Value.Visible("x".repeat(length(type.size())));
			case UTF8_STRING -> new Value.Utf8("x".repeat(length(type.size())));
			case FLOAT32 -> new Value.Float32(1.5f);
			case FLOAT64 -> new Value.Float64(1.5);
			case DATE_TIME, DATE, TIME -> new Value.Temporal(type.tag(), time(type.tag()));
			case ARRAY -> new Value.Array(List.of(Values.longUnsigned(5)));
			case STRUCTURE -> Values.structure(Values.longUnsigned(5));
			case COMPACT_ARRAY -> new Value.CompactArray(new DataType.Simple(DataTag.UNSIGNED), List.of(Values.unsigned(5)));
			default -> new Value.Int(type.tag(), Math.clamp(5L, type.size().lower(), type.size().upper()));
		};
	}

	private static int length(DataType.Size size) {
		return (int) Math.clamp((long) LENGTH, Math.max(0, size.lower()), size.upper());
	}

	private static Bytes octets(int length) {
		return length == LOGICAL_NAME ? LogicalName.valueOf("1-0:1.8.0*255").bytes() : Bytes.of("x".repeat(length).getBytes(StandardCharsets.US_ASCII));
	}

	private static String bits(int length) {
		return "1".repeat(length / 2) + "0".repeat(length - length / 2);
	}

	private static Bytes time(DataTag kind) {
		return switch (kind) {
			case DATE -> Bytes.ofHex("07EA0B1607");
			case TIME -> Bytes.ofHex("12000000");
			default -> Bytes.ofHex("07EA0B160712000000000000");
		};
	}
}
