// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TemporalTypes;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Values of a type: usual ones, the ends of ranges, and odd ones. */
final class RandomValues {
	private static final int LOGICAL_NAME = 6;
	private static final String[] DATES = { "2026-11-22", "*-12-25", "*-*-01", "*-03-last@sun", "*-*-last2", "*-dst_begin-*@sun", "*-*-*", "2000-02-29@tue" };
	private static final String[] TIMES = { "00:00:00", "18:00", "23:59:59.99", "*:00", "*:*:*", "12:*:30" };
	private static final String[] TEXTS = { "", "GBP", "a \"quoted\" text", "back\\slash", "{serial}", "// no comment", "/* nor this */", "'", "1-0:1.8.0*255", " " };
	private static final String[] WIDE = { "Zähler ✓", "tab\tand\nline", "\u0001\u007f", "电表", "\ud83d\udd0c", "é" };

	private final Chance chance;
	private final List<LogicalName> names = new ArrayList<>();

	RandomValues(Chance chance) {
		this.chance = chance;
	}

	/** Tells of a logical name, so that values refer to it. */
	void know(LogicalName name) {
		names.add(name);
	}

	/** Makes a value of a type; nothing: the type's bounds make it hard. */
	Optional<Value> of(DataType type) {
		return Stream.generate(() -> attempt(type)).limit(20).filter(value -> TypeCheck.fits(type, value)).findFirst();
	}

	private Value attempt(DataType type) {
		Optional<DataTag> temporal = TemporalTypes.kind(type);
		if (temporal.isPresent()) {
			Bytes octets = temporal(temporal.get());
			return TemporalTypes.inOctets(type) ? new Value.Octets(octets) : new Value.Temporal(temporal.get(), octets);
		}
		return switch (type.bare()) {
			case DataType.Simple simple -> simple(simple);
			case DataType.Any any -> simple(new DataType.Simple(chance.one(DataTag.BOOLEAN, DataTag.LONG_UNSIGNED, DataTag.OCTET_STRING, DataTag.NULL_DATA, DataTag.ENUM, DataTag.UTF8_STRING,
					DataTag.DATE, DataTag.ARRAY, DataTag.STRUCTURE)));
			case DataType.Enumeration enumeration -> Values.enumerated(literal(enumeration));
			case DataType.BitField field when field.carrier() == DataTag.BIT_STRING -> new Value.Bits(bits(field.size()));
			case DataType.BitField field -> integer(field.carrier(), DataType.Size.ANY);
			case DataType.ArrayOf array -> new Value.Array(elements(array));
			case DataType.CompactOf array -> new Value.CompactArray(array.element(), elements(new DataType.ArrayOf(DataType.Size.ANY, array.element())));
			case DataType.StructureOf structure -> new Value.Structure(structure.fields().stream().map(field -> of(field.type()).orElseGet(Value.Null::new)).toList());
			case DataType.Choice choice -> attempt(chance.of(choice.options()));
			case DataType.Named named -> attempt(named.type());
		};
	}

	private int literal(DataType.Enumeration enumeration) {
		if (enumeration.literals().isEmpty()) {
			return chance.below(256);
		}
		DataType.Literal literal = chance.of(enumeration.literals());
		return chance.between(literal.value(), Math.max(literal.value(), literal.upper()));
	}

	private List<Value> elements(DataType.ArrayOf array) {
		int most = (int) Math.min(4, array.size().upper());
		int least = (int) Math.max(0, array.size().lower());
		int count = least >= most ? least : chance.between(least, most);
		return Stream.generate(() -> of(array.element())).limit(count).flatMap(Optional::stream).toList();
	}

	private Value simple(DataType.Simple type) {
		return switch (type.tag()) {
			case NULL_DATA -> new Value.Null();
			case DONT_CARE -> new Value.DontCare();
			case BOOLEAN -> new Value.Bool(chance.percent(50));
			case BIT_STRING -> new Value.Bits(bits(length(type.size())));
			case OCTET_STRING -> new Value.Octets(octets(length(type.size())));
			case VISIBLE_STRING -> new Value.Visible(ascii(length(type.size())));
			case UTF8_STRING -> new Value.Utf8(utf8(length(type.size())));
			case FLOAT32 -> new Value.Float32(chance.one(0f, -0f, 0.1f, -1.5f, Float.MAX_VALUE, Float.MIN_VALUE, Float.NaN, Float.POSITIVE_INFINITY, Float.intBitsToFloat((int) chance.bits())));
			case FLOAT64 -> new Value.Float64(chance.one(0d, -0d, 0.1, -1234.0625, 1e300, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, Double.longBitsToDouble(chance.bits())));
			case DATE_TIME, DATE, TIME -> new Value.Temporal(type.tag(), temporal(type.tag()));
			case ARRAY -> new Value.Array(elements(new DataType.ArrayOf(type.size(), new DataType.Simple(DataTag.LONG))));
			case STRUCTURE -> Values.structure(Values.longUnsigned(chance.below(9)), Values.bool(true));
			case COMPACT_ARRAY -> new Value.CompactArray(new DataType.Simple(DataTag.UNSIGNED), List.of(Values.unsigned(chance.below(256))));
			default -> integer(type.tag(), type.size());
		};
	}

	private Value integer(DataTag tag, DataType.Size size) {
		BigInteger lowest = tag.minimum().max(BigInteger.valueOf(size.lower()));
		BigInteger highest = size.upper() == DataType.Size.UNBOUNDED ? tag.maximum() : tag.maximum().min(BigInteger.valueOf(size.upper()));
		BigInteger any = lowest.add(BigInteger.valueOf(chance.bits()).abs().mod(highest.subtract(lowest).add(BigInteger.ONE)));
		BigInteger small = BigInteger.valueOf(chance.one(0, 1, 10, 60, 900, 3600, 86400, -1)).max(lowest).min(highest);
		return new Value.Int(tag, chance.one(lowest, highest, any, small, small, small));
	}

	private int length(DataType.Size size) {
		int least = (int) Math.max(0, size.lower());
		int most = (int) Math.min(size.upper(), least + 20L);
		return chance.percent(20) ? most : chance.between(least, Math.max(least, most));
	}

	private String bits(int length) {
		StringBuilder bits = new StringBuilder();
		for (int i = 0; i < length; i++) {
			bits.append(chance.percent(40) ? '1' : '0');
		}
		return bits.toString();
	}

	private Bytes octets(int length) {
		if (length == LOGICAL_NAME && !names.isEmpty() && chance.percent(70)) {
			return chance.of(names).bytes();
		}
		return chance.percent(50) ? Bytes.of(ascii(length).getBytes(StandardCharsets.US_ASCII)) : Bytes.of(chance.octets(length));
	}

	private String ascii(int length) {
		StringBuilder text = new StringBuilder(chance.one(TEXTS));
		while (text.length() < length) {
			text.append((char) chance.between(0x20, 0x7E));
		}
		return text.substring(0, length);
	}

	private String utf8(int length) {
		String wide = chance.one(WIDE);
		int octets = wide.getBytes(StandardCharsets.UTF_8).length;
		return octets <= length && chance.percent(60) ? wide + ascii(length - octets) : ascii(length);
	}

	private Bytes temporal(DataTag kind) {
		if (chance.percent(15)) {
			return Bytes.of(chance.octets(kind.width()));
		}
		String text = switch (kind) {
			case DATE -> chance.one(DATES);
			case TIME -> chance.one(TIMES);
			default -> "%s %s".formatted(chance.one(DATES), chance.one(TIMES));
		};
		return CosemDateTime.parse(kind, text);
	}
}
