// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;

/**
 * How a type relates to a former one on the wire.
 *
 * @param coded   values are coded otherwise
 * @param less    something that was possible is not any more
 * @param more    something is possible that was not
 * @param swapped a name of a code stands for another code
 */
record TypeRelation(boolean coded, boolean less, boolean more, boolean swapped) {
	private static final TypeRelation SAME = new TypeRelation(false, false, false, false);
	private static final TypeRelation CODED = new TypeRelation(true, false, false, false);
	private static final TypeRelation LESS = new TypeRelation(false, true, false, false);

	static TypeRelation of(DataType before, DataType after) {
		if (before.equals(after)) {
			return SAME;
		}
		DataType right = after.bare();
		return switch (before.bare()) {
			case DataType.Any any -> right instanceof DataType.Any ? SAME : LESS;
			case DataType.Choice choice -> choice(choice, right);
			case DataType.ArrayOf array when right instanceof DataType.ArrayOf other -> sizes(array.size(), other.size()).and(of(array.element(), other.element()));
			case DataType.CompactOf array when right instanceof DataType.CompactOf other -> of(array.element(), other.element());
			case DataType.StructureOf structure when right instanceof DataType.StructureOf other -> structures(structure, other);
			case DataType.Enumeration enumeration when right instanceof DataType.Enumeration other -> literals(enumeration.literals(), other.literals());
			case DataType.BitField field when right instanceof DataType.BitField other && field.carrier() == other.carrier() && field.size() == other.size() ->
				literals(field.literals(), other.literals());
			case DataType.Simple simple when right instanceof DataType.Simple other && simple.tag() == other.tag() -> sizes(simple.size(), other.size());
			case DataType left -> tag(left) == tag(right) && tag(left) != DataTag.NULL_DATA ? new TypeRelation(false, left instanceof DataType.Simple, right instanceof DataType.Simple, false) : CODED;
		};
	}

	/** Tells whether only names of types, fields or codes differ. */
	boolean onlyNames() {
		return equals(SAME);
	}

	private TypeRelation and(TypeRelation other) {
		return new TypeRelation(coded || other.coded, less || other.less, more || other.more, swapped || other.swapped);
	}

	private static TypeRelation choice(DataType.Choice before, DataType after) {
		if (after instanceof DataType.Choice other) {
			boolean lost = before.options().stream().anyMatch(option -> other.options().stream().allMatch(each -> of(option, each).coded));
			boolean gained = other.options().stream().anyMatch(option -> before.options().stream().allMatch(each -> of(each, option).coded));
			return gained ? CODED : new TypeRelation(false, lost, false, false);
		}
		return before.options().stream().map(option -> of(option, after)).filter(relation -> !relation.coded).findFirst().map(relation -> relation.and(LESS)).orElse(CODED);
	}

	private static TypeRelation structures(DataType.StructureOf before, DataType.StructureOf after) {
		if (before.fields().size() != after.fields().size()) {
			return before.fields().isEmpty() ? LESS : CODED;
		}
		TypeRelation all = SAME;
		for (int i = 0; i < before.fields().size(); i++) {
			all = all.and(of(before.fields().get(i).type(), after.fields().get(i).type()));
		}
		return all;
	}

	private static TypeRelation sizes(DataType.Size before, DataType.Size after) {
		return new TypeRelation(false, after.lower() > before.lower() || after.upper() < before.upper(), after.lower() < before.lower() || after.upper() > before.upper(), false);
	}

	private static TypeRelation literals(List<DataType.Literal> before, List<DataType.Literal> after) {
		Map<String, DataType.Literal> names = new HashMap<>();
		after.forEach(literal -> names.put(literal.name(), literal));
		boolean swapped = before.stream().anyMatch(literal -> names.containsKey(literal.name()) && names.get(literal.name()).value() != literal.value());
		return new TypeRelation(false, misses(before, after), misses(after, before), swapped);
	}

	private static boolean misses(List<DataType.Literal> needed, List<DataType.Literal> there) {
		return !needed.stream().allMatch(literal -> there.stream().anyMatch(other -> other.value() <= literal.value() && other.upper() >= literal.upper()));
	}

	/** Returns the tag of a type's values; null-data where there are several. */
	private static DataTag tag(DataType type) {
		return switch (type) {
			case DataType.Simple simple -> simple.tag();
			case DataType.Enumeration enumeration -> DataTag.ENUM;
			case DataType.BitField field -> field.size() == 0 || field.literals().isEmpty() ? field.carrier() : DataTag.NULL_DATA;
			case DataType.ArrayOf array -> DataTag.ARRAY;
			case DataType.CompactOf array -> DataTag.COMPACT_ARRAY;
			case DataType.StructureOf structure -> DataTag.STRUCTURE;
			default -> DataTag.NULL_DATA;
		};
	}
}
