// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;

/**
 * template_description of Compact data (class 62, attribute 5): the TypeDescription of a structure of the captured attributes, as it stands
 * in front of a compact-array.
 */
final class CompactTemplate {
	private CompactTemplate() {
	}

	/** Returns the description; nothing when a captured type is open or an array without a fixed length. */
	static Optional<Value> of(List<Column> columns) {
		List<DataType.Field> fields = new ArrayList<>();
		for (Column column : columns) {
			Optional<DataType> type = CosemObjects.attribute(column.getObject(), column.getAttribute()).map(Attribute::getType);
			if (type.isEmpty() || column.getDataIndex() != 0 || !isFixed(type.get())) {
				return Optional.empty();
			}
			fields.add(new DataType.Field("_%d".formatted(fields.size() + 1), type.get()));
		}
		Bytes encoded = Axdr.encode(new Value.CompactArray(new DataType.StructureOf(fields), List.of()));
		return Optional.of(new Value.Octets(encoded.slice(1, encoded.length() - 1)));
	}

	private static boolean isFixed(DataType type) {
		return switch (type.bare()) {
			case DataType.Any any -> false;
			case DataType.Choice choice -> false;
			case DataType.ArrayOf array -> array.size().lower() == array.size().upper() && isFixed(array.element());
			case DataType.StructureOf structure -> structure.fields().stream().allMatch(field -> isFixed(field.type()));
			case DataType.Simple simple -> !simple.tag().hasParts();
			case DataType.CompactOf compact -> false;
			default -> true;
		};
	}
}
