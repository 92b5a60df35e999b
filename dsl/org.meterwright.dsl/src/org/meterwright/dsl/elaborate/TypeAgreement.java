// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;

/**
 * Compares the type that an object writes with the one that its class declares: it may pick an option of a choice, say what any is, and
 * narrow a length or range. Names and literals of the class are kept where the object says none.
 */
final class TypeAgreement {
	private TypeAgreement() {
	}

	/** Returns the type that holds for the object; nothing when the two contradict. */
	static Optional<DataType> agree(DataType written, DataType declared) {
		if (written.equals(declared) || declared.bare() instanceof DataType.Any) {
			return Optional.of(written);
		}
		if (declared.bare() instanceof DataType.Choice choice && !(written.bare() instanceof DataType.Choice)) {
			Optional<DataType> same = choice.options().stream().filter(option -> bound(written, option)).findFirst();
			return same.or(() -> choice.options().stream().map(option -> agree(written, option)).flatMap(Optional::stream).findFirst());
		}
		if (written instanceof DataType.Named) {
			return agreeNamed(written, declared);
		}
		return switch (declared.bare()) {
			case DataType.Simple simple -> simple(written, simple, declared);
			case DataType.Enumeration it -> keep(tag(written) == DataTag.ENUM, written instanceof DataType.Simple ? declared : written);
			case DataType.BitField it -> keep(tag(written) == it.carrier(), written instanceof DataType.Simple ? declared : written);
			case DataType.ArrayOf it -> array(written, it, declared);
			case DataType.StructureOf it -> structure(written, it, declared);
			case DataType.CompactOf it -> keep(tag(written) == DataTag.COMPACT_ARRAY, written instanceof DataType.Simple ? declared : written);
			default -> Optional.empty();
		};
	}

	private static boolean bound(DataType written, DataType option) {
		return written.bare().equals(option.bare());
	}

	private static Optional<DataType> keep(boolean fits, DataType type) {
		return fits ? Optional.of(type) : Optional.empty();
	}

	private static Optional<DataType> agreeNamed(DataType written, DataType declared) {
		return agree(written.bare(), declared).map(type -> written);
	}

	private static Optional<DataType> simple(DataType written, DataType.Simple declared, DataType whole) {
		if (tag(written) != declared.tag()) {
			return Optional.empty();
		}
		boolean nothingNew = written instanceof DataType.Simple it && it.size().equals(DataType.Size.ANY);
		return Optional.of(nothingNew ? whole : written);
	}

	private static Optional<DataType> array(DataType written, DataType.ArrayOf declared, DataType whole) {
		if (!(written instanceof DataType.ArrayOf array)) {
			return keep(tag(written) == DataTag.ARRAY, whole);
		}
		return agree(array.element(), declared.element())
				.map(element -> new DataType.ArrayOf(array.size().equals(DataType.Size.ANY) ? declared.size() : array.size(), element));
	}

	private static Optional<DataType> structure(DataType written, DataType.StructureOf declared, DataType whole) {
		if (!(written instanceof DataType.StructureOf structure)) {
			return keep(tag(written) == DataTag.STRUCTURE, whole);
		}
		if (structure.fields().size() != declared.fields().size()) {
			return Optional.empty();
		}
		List<DataType.Field> fields = new ArrayList<>();
		for (int i = 0; i < structure.fields().size(); i++) {
			Optional<DataType> type = agree(structure.fields().get(i).type(), declared.fields().get(i).type());
			if (type.isEmpty()) {
				return Optional.empty();
			}
			fields.add(new DataType.Field(structure.fields().get(i).name(), type.get()));
		}
		return Optional.of(new DataType.StructureOf(fields));
	}

	/** Returns the tag that values of a type have; null-data for an open type. */
	static DataTag tag(DataType type) {
		return switch (type.bare()) {
			case DataType.Simple it -> it.tag();
			case DataType.Enumeration it -> DataTag.ENUM;
			case DataType.BitField it -> it.carrier();
			case DataType.ArrayOf it -> DataTag.ARRAY;
			case DataType.CompactOf it -> DataTag.COMPACT_ARRAY;
			case DataType.StructureOf it -> DataTag.STRUCTURE;
			default -> DataTag.NULL_DATA;
		};
	}
}
