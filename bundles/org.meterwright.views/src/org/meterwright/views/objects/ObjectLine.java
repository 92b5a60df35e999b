// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.value.Origin;

/**
 * A line of the table: an area, an object, an attribute of it, or an element of an attribute such as a capture column.
 *
 * @param kind      what it is
 * @param depth     how far in it stands
 * @param key       stable name, to find it again when the model is another
 * @param label     what stands in the first column
 * @param value     value of an attribute or element, in words
 * @param row       the object
 * @param attribute the attribute
 * @param openable  whether there is something below
 * @param open      whether that is shown
 */
public record ObjectLine(Kind kind, int depth, String key, String label, String value, Optional<ObjectRow> row, Optional<Attribute> attribute, boolean openable, boolean open) {

	/** What a line is. */
	public enum Kind {
		/** A group of objects. */
		AREA,
		/** An object. */
		OBJECT,
		/** An attribute of the object above. */
		ATTRIBUTE,
		/** An element of the attribute above. */
		ELEMENT
	}

	/** Returns what a column says of this line. */
	public String text(ObjectColumn column) {
		if (column.id().equals(ObjectColumn.NAME)) {
			return label;
		}
		return switch (kind) {
			case AREA -> "";
			case OBJECT -> row.map(column.text()).orElse("");
			case ATTRIBUTE -> attribute.map(it -> attributeText(column, it)).orElse("");
			case ELEMENT -> column.id().equals("meaning") ? value : "";
		};
	}

	private String attributeText(ObjectColumn column, Attribute it) {
		return switch (column.id()) {
			case "class" -> it.getStorage() == null ? "" : it.getStorage().getLiteral();
			case ObjectColumn.LOGICAL_NAME -> "attribute %d".formatted(it.getDefinition().getIndex());
			case "meaning" -> value;
			case "origin" -> place().map(ObjectColumn::place).orElse("");
			default -> "";
		};
	}

	/** Returns the deciding place in the text. */
	public Optional<Origin> place() {
		return attribute.flatMap(it -> it.getOrigins().stream().findFirst()).or(() -> row.flatMap(ObjectRow::place));
	}
}
