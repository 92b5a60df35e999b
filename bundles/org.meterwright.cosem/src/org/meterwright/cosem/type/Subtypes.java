// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.cosem.value.DataTag;

/** Tells whether an object's type is one that its class allows: an option of a choice, anything where any is allowed, narrower bounds. */
public final class Subtypes {
	private Subtypes() {
	}

	/** Tells whether every value of the chosen type has a tag, shape and bounds that the declared type allows. */
	public static boolean allows(DataType declared, DataType chosen) {
		DataType narrow = chosen.bare();
		return switch (declared.bare()) {
			case DataType.Any any -> true;
			case DataType.Choice choice -> narrow instanceof DataType.Choice several
					? several.options().stream().allMatch(option -> allows(choice, option))
					: choice.options().stream().anyMatch(option -> allows(option, narrow));
			case DataType.Simple simple -> simple(simple, narrow);
			case DataType.Enumeration enumeration -> tag(narrow) == DataTag.ENUM;
			case DataType.BitField field -> tag(narrow) == field.carrier();
			case DataType.ArrayOf array -> narrow instanceof DataType.ArrayOf other ? within(array.size(), other.size()) && allows(array.element(), other.element())
					: tag(narrow) == DataTag.ARRAY;
			case DataType.CompactOf array -> narrow instanceof DataType.CompactOf other ? allows(array.element(), other.element()) : tag(narrow) == DataTag.COMPACT_ARRAY;
			case DataType.StructureOf structure -> narrow instanceof DataType.StructureOf other ? structures(structure.fields(), other.fields())
					: tag(narrow) == DataTag.STRUCTURE;
			case DataType.Named named -> allows(named.type(), chosen);
		};
	}

	private static boolean simple(DataType.Simple declared, DataType chosen) {
		if (chosen instanceof DataType.Simple simple) {
			return simple.tag() == declared.tag() && within(declared.size(), simple.size());
		}
		return tag(chosen) == declared.tag();
	}

	private static boolean structures(List<DataType.Field> declared, List<DataType.Field> chosen) {
		return declared.isEmpty() || chosen.isEmpty() || declared.size() == chosen.size()
				&& IntStream.range(0, declared.size()).allMatch(i -> allows(declared.get(i).type(), chosen.get(i).type()));
	}

	private static boolean within(DataType.Size declared, DataType.Size chosen) {
		return chosen.equals(DataType.Size.ANY) || chosen.lower() >= declared.lower() && chosen.upper() <= declared.upper();
	}

	/** Returns the tag of a type's values; null-data where there are several. */
	private static DataTag tag(DataType type) {
		return switch (type) {
			case DataType.Simple simple -> simple.tag();
			case DataType.Enumeration enumeration -> DataTag.ENUM;
			case DataType.BitField field -> field.carrier();
			case DataType.ArrayOf array -> DataTag.ARRAY;
			case DataType.CompactOf array -> DataTag.COMPACT_ARRAY;
			case DataType.StructureOf structure -> DataTag.STRUCTURE;
			default -> DataTag.NULL_DATA;
		};
	}
}
