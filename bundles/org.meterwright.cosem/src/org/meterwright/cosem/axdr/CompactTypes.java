// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.axdr;

import java.util.stream.IntStream;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/**
 * Types as a compact-array can describe them (COSEMpdu, TypeDescription): no names, no bounds, arrays of a fixed number of elements, no
 * choices and no compact-array inside.
 */
public final class CompactTypes {
	private static final long MANY = Integer.MAX_VALUE;
	private static final int MOST_ELEMENTS = 0xFFFF;

	private CompactTypes() {
	}

	/**
	 * Reduces a type to what a type description can say.
	 *
	 * @throws IllegalArgumentException when it cannot be described
	 */
	public static DataType reduce(DataType type) {
		return switch (type.bare()) {
			case DataType.Simple simple when !simple.tag().hasParts() -> new DataType.Simple(simple.tag());
			case DataType.Enumeration enumeration -> new DataType.Simple(DataTag.ENUM);
			case DataType.BitField field -> new DataType.Simple(field.carrier());
			case DataType.ArrayOf array when fixed(array) -> new DataType.ArrayOf(array.size(), reduce(array.element()));
			case DataType.StructureOf structure -> new DataType.StructureOf(IntStream.range(0, structure.fields().size())
					.mapToObj(i -> new DataType.Field(fieldName(i), reduce(structure.fields().get(i).type()))).toList());
			default -> throw new IllegalArgumentException("a compact-array cannot hold %s".formatted(type));
		};
	}

	private static boolean fixed(DataType.ArrayOf array) {
		return array.size().lower() == array.size().upper() && array.size().upper() >= 0 && array.size().upper() <= MOST_ELEMENTS;
	}

	/** Tells whether a value is of a reduced type. */
	public static boolean fits(DataType type, Value value) {
		return switch (type) {
			case DataType.ArrayOf array -> value instanceof Value.Array parts && parts.elements().size() == array.size().upper()
					&& parts.elements().stream().allMatch(part -> fits(array.element(), part));
			case DataType.StructureOf structure -> value instanceof Value.Structure parts && parts.fields().size() == structure.fields().size()
					&& IntStream.range(0, parts.fields().size()).allMatch(i -> fits(structure.fields().get(i).type(), parts.fields().get(i)));
			case DataType.Simple simple -> simple.tag() == value.tag();
			default -> false;
		};
	}

	/** Returns the name of a field that has none in the description, counted from 0. */
	static String fieldName(int index) {
		return "field%d".formatted(index + 1);
	}

	/** Returns the fewest octets that the content of a reduced type can take. */
	static long minimumSize(DataType type) {
		return switch (type) {
			case DataType.ArrayOf array -> Math.min(MANY, array.size().upper() * minimumSize(array.element()));
			case DataType.StructureOf structure -> Math.min(MANY, structure.fields().stream().mapToLong(field -> minimumSize(field.type())).sum());
			case DataType.Simple simple -> simple.tag().width() >= 0 ? simple.tag().width() : 1;
			default -> 0;
		};
	}
}
