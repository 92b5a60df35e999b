// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;

/** Types of every kind. */
final class RandomTypes {
	private static final List<DataTag> INTEGERS = List.of(DataTag.INTEGER, DataTag.LONG, DataTag.DOUBLE_LONG, DataTag.LONG64, DataTag.UNSIGNED, DataTag.LONG_UNSIGNED,
			DataTag.DOUBLE_LONG_UNSIGNED, DataTag.LONG64_UNSIGNED);
	private static final List<DataTag> PLAIN = List.of(DataTag.NULL_DATA, DataTag.BOOLEAN, DataTag.BCD, DataTag.FLOAT32, DataTag.FLOAT64, DataTag.DATE_TIME, DataTag.DATE,
			DataTag.TIME, DataTag.ENUM, DataTag.DONT_CARE);
	private static final List<DataTag> STRINGS = List.of(DataTag.OCTET_STRING, DataTag.VISIBLE_STRING, DataTag.UTF8_STRING, DataTag.BIT_STRING);
	private static final int LONGEST = 64;

	private final Chance chance;

	RandomTypes(Chance chance) {
		this.chance = chance;
	}

	/** Makes a type that says what a value is. */
	DataType closed(int depth) {
		return switch (chance.below(depth > 0 ? 10 : 7)) {
			case 0, 1 -> new DataType.Simple(chance.of(INTEGERS));
			case 2, 3 -> string();
			case 4 -> new DataType.Simple(chance.of(PLAIN));
			case 5 -> new DataType.Enumeration(literals(255));
			case 6 -> bits();
			case 7, 8 -> new DataType.ArrayOf(arraySize(), closed(depth - 1));
			default -> structure(depth - 1);
		};
	}

	/** Makes a type that a class may declare: any too, or a choice. */
	DataType declared() {
		return switch (chance.below(8)) {
			case 0 -> new DataType.Any();
			case 1 -> new DataType.Choice(List.of(new DataType.Simple(DataTag.NULL_DATA), new DataType.Simple(chance.of(INTEGERS)), string()));
			default -> closed(2);
		};
	}

	/** Tells whether a type says what a value is. */
	static boolean isClosed(DataType type) {
		return !(type.bare() instanceof DataType.Any) && !(type.bare() instanceof DataType.Choice);
	}

	/** Makes a type that an object may have where its class declares one; what a class closes is kept or narrowed. */
	DataType narrowed(DataType declared) {
		return switch (declared.bare()) {
			case DataType.Any any -> closed(2);
			case DataType.Choice choice -> narrowed(chance.of(choice.options()));
			case DataType.Simple simple when simple.tag().isString() && simple.size().equals(DataType.Size.ANY) && declared instanceof DataType.Simple && chance.percent(30) ->
				new DataType.Simple(simple.tag(), stringSize());
			case DataType.ArrayOf array when array.size().equals(DataType.Size.ANY) && declared instanceof DataType.ArrayOf && chance.percent(30) ->
				new DataType.ArrayOf(new DataType.Size(0, chance.between(2, 6)), array.element());
			default -> declared;
		};
	}

	private DataType string() {
		DataTag tag = chance.of(STRINGS);
		return chance.percent(40) ? new DataType.Simple(tag) : new DataType.Simple(tag, stringSize());
	}

	private DataType.Size stringSize() {
		int upper = chance.one(0, 1, 4, 5, 6, 12, LONGEST, chance.between(1, LONGEST));
		return chance.percent(50) ? new DataType.Size(upper, upper) : new DataType.Size(0, Math.max(1, upper));
	}

	private DataType.Size arraySize() {
		int upper = chance.between(1, 4);
		return chance.percent(40) ? DataType.Size.ANY : chance.percent(50) ? new DataType.Size(upper, upper) : new DataType.Size(0, upper);
	}

	private DataType bits() {
		if (chance.percent(60)) {
			int size = chance.between(1, 16);
			return new DataType.BitField(DataTag.BIT_STRING, size, literals(size - 1));
		}
		DataTag carrier = chance.one(DataTag.UNSIGNED, DataTag.LONG_UNSIGNED, DataTag.ENUM, DataTag.INTEGER, DataTag.DOUBLE_LONG_UNSIGNED);
		return new DataType.BitField(carrier, 0, literals(8 * carrier.width() - 1));
	}

	private List<DataType.Literal> literals(int highest) {
		List<DataType.Literal> literals = new ArrayList<>();
		int number = chance.below(Math.min(3, highest + 1));
		while (number <= highest && literals.size() < 5) {
			literals.add(new DataType.Literal("%s%d".formatted(chance.one("on", "off", "state", "value", "Wh", "reset"), number), number));
			number += chance.between(1, 1 + highest / 3);
		}
		return literals;
	}

	private DataType structure(int depth) {
		return new DataType.StructureOf(IntStream.range(0, chance.between(1, 4)).mapToObj(i -> new DataType.Field("%s%d".formatted(chance.one("part", "value", "on", "class_id", "in"), i),
				closed(depth))).toList());
	}
}
