// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.axdr;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/** Makes values of every type from a seed. */
public final class RandomValues {
	private static final List<DataTag> LEAVES = List.of(DataTag.values()).stream().filter(tag -> !tag.hasParts()).toList();

	private final Random random;

	/** Starts with a seed. */
	public RandomValues(long seed) {
		random = new Random(seed);
	}

	/** Makes any value. */
	public Value value() {
		return value(DataTag.values()[random.nextInt(DataTag.values().length)], 3);
	}

	/** Makes a value of a type. */
	public Value value(DataTag tag, int depth) {
		return switch (tag) {
			case ARRAY -> new Value.Array(list(i -> part(depth)));
			case STRUCTURE -> new Value.Structure(list(i -> part(depth)));
			case COMPACT_ARRAY -> compact();
			case NULL_DATA -> new Value.Null();
			case DONT_CARE -> new Value.DontCare();
			case BOOLEAN -> new Value.Bool(random.nextBoolean());
			case BIT_STRING -> new Value.Bits(text("01", 200));
			case OCTET_STRING -> new Value.Octets(bytes(random.nextInt(300)));
			case VISIBLE_STRING -> new Value.Visible(text("abcXYZ 019~", 140));
			case UTF8_STRING -> new Value.Utf8(text("aß€日", 60));
			case FLOAT32 -> new Value.Float32(Float.intBitsToFloat(random.nextInt()));
			case FLOAT64 -> new Value.Float64(Double.longBitsToDouble(random.nextLong()));
			case DATE_TIME, DATE, TIME -> new Value.Temporal(tag, bytes(tag.width()));
			default -> new Value.Int(tag, tag.minimum().add(new BigInteger(8 * tag.width(), random)));
		};
	}

	private Value part(int depth) {
		return depth == 0 ? value(LEAVES.get(random.nextInt(LEAVES.size())), 0) : value(DataTag.values()[random.nextInt(DataTag.values().length)], depth - 1);
	}

	private Value compact() {
		List<DataTag> tags = list(i -> LEAVES.get(random.nextInt(LEAVES.size())));
		DataType inner = new DataType.ArrayOf(new DataType.Size(2, 2), new DataType.Simple(DataTag.LONG));
		List<Value> rows = list(i -> row(tags));
		DataType first = Narrowing.infer(row(tags));
		return new Value.CompactArray(new DataType.StructureOf(List.of(new DataType.Field("a", first), new DataType.Field("b", inner))),
				rows.stream().map(row -> (Value) new Value.Structure(List.of(row, pair()))).toList());
	}

	private Value row(List<DataTag> tags) {
		return new Value.Structure(tags.stream().map(tag -> value(tag, 0)).toList());
	}

	private Value pair() {
		return new Value.Array(List.of(value(DataTag.LONG, 0), value(DataTag.LONG, 0)));
	}

	private <T> List<T> list(IntFunction<T> part) {
		return IntStream.range(0, random.nextInt(5)).mapToObj(part).toList();
	}

	private Bytes bytes(int length) {
		byte[] octets = new byte[length];
		random.nextBytes(octets);
		return Bytes.of(octets);
	}

	private String text(String alphabet, int longest) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(longest); i > 0; i--) {
			text.append(alphabet.charAt(random.nextInt(alphabet.length())));
		}
		return text.toString();
	}
}
