// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.Column;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Capture and push object lists of classes 7, 40 and 62. */
final class ColumnValues {
	private static final int BY_ENTRY = 2;

	private ColumnValues() {
	}

	/** The shape of an element. */
	enum Shape {
		/** {class_id, logical_name, attribute_index, data_index}. */
		PLAIN,
		/** With restriction. */
		RESTRICTED,
		/** With restriction and columns. */
		WITH_COLUMNS
	}

	/** Makes the list. */
	static Value list(List<Column> columns, Shape shape) {
		return Data.array(columns.stream().map(column -> element(column, shape)).toList());
	}

	/** Returns the shape of push_object_list (class 40, attribute 2) in a version. */
	static Shape ofPush(int version) {
		return switch (version) {
			case 0 -> Shape.PLAIN;
			case 1 -> Shape.RESTRICTED;
			default -> Shape.WITH_COLUMNS;
		};
	}

	private static Value element(Column column, Shape shape) {
		List<Value> fields = new ArrayList<>();
		fields.add(Values.longUnsigned(column.getObject().getInterfaceClass().getClassId()));
		fields.add(Values.logicalName(column.getObject().getLogicalName()));
		fields.add(Values.integer(column.getAttribute()));
		fields.add(Values.longUnsigned(column.getDataIndex()));
		if (shape != Shape.PLAIN) {
			fields.add(restriction(column));
		}
		if (shape == Shape.WITH_COLUMNS) {
			fields.add(Data.array(List.of()));
		}
		return new Value.Structure(fields);
	}

	/** Entry 1 of a buffer that is sorted last in, first out is the newest. In other orders the newest has no fixed number. */
	private static Value restriction(Column column) {
		if (column.getSelection() == Selection.ALL || !NewestFirst.holds(column.getObject())) {
			return Values.structure(Values.enumerated(0), new Value.Null());
		}
		long count = column.getSelection() == Selection.NEWEST ? 1 : column.getCount();
		return Values.structure(Values.enumerated(BY_ENTRY), Values.structure(Values.doubleLongUnsigned(1), Values.doubleLongUnsigned(count)));
	}
}
