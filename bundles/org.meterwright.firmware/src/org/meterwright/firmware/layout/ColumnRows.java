// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.CosemObject;
import org.meterwright.firmware.FirmwareException;

/**
 * Rows of capture and push lists, named after their owners: a column more moves no name of another list. Lists of different owners share
 * columns only where a push set-up sends the list of its own object.
 */
final class ColumnRows {
	private static final int RESTRICTED = 0x4000;
	/** Mark of a row that restricts the column behind it. */
	private static final int SELECTION = -0x80;
	private static final int MOST_ROWS = 0xFFF0;

	private final TableLayout layout;
	private final Map<String, List<Column>> sequences = new LinkedHashMap<>();
	private final Map<String, Integer> offsets = new HashMap<>();
	private final Map<String, ColumnList> lists = new LinkedHashMap<>();
	private final Map<String, Integer> numbers = new HashMap<>();
	private int rows;

	/** A column in numbers. */
	record Column(int object, int attribute, int dataIndex) {
		/** Makes a row that restricts the column behind it. */
		static Column selection(int entries, int selection) {
			return new Column(entries, SELECTION, selection);
		}
	}

	/** A list: its columns' name, how many there are, flags. */
	private record ColumnList(String sequence, int count, int flags) {
	}

	ColumnRows(TableLayout layout) {
		this.layout = layout;
	}

	/** Adds the list of an attribute. */
	void add(Descriptor.References references) {
		List<Column> columns = references.references().stream().map(each -> new Column(each.object(), each.attribute(), each.dataIndex())).toList();
		addColumns(references.name(), columns);
		lists.put(references.name(), new ColumnList(references.name(), columns.size(), references.restricted() ? RESTRICTED : 0));
	}

	/** Adds a list that is no attribute; its columns may stand there already, as those of another list. */
	void add(String name, List<Column> columns, int count, int flags, String other) {
		boolean same = columns.equals(sequences.get(other));
		if (!same) {
			addColumns(name, columns);
		}
		lists.put(name, new ColumnList(same ? other : name, count, flags));
	}

	private void addColumns(String name, List<Column> columns) {
		if (sequences.putIfAbsent(name, columns) == null) {
			offsets.put(name, rows);
			rows += columns.size();
		}
		if (rows > MOST_ROWS) {
			throw new FirmwareException(Text.of("the meter needs %d columns; tables hold at most %d", rows, MOST_ROWS));
		}
	}

	/** Returns the number of a list. */
	Cell list(String name) {
		if (numbers.isEmpty()) {
			lists.keySet().forEach(each -> numbers.put(each, numbers.size()));
		}
		return Cell.row(numbers.get(name), Text.of("list_%s", name));
	}

	/** Makes the tables. */
	List<Table> tables() {
		return List.of(new Table("list", "mw_list_t", listRows()), new Table("column", "mw_ref_t", columnRows()));
	}

	private List<Table.Row> listRows() {
		return lists.entrySet().stream().map(list -> Table.Row.of("", Cell.row(offsets.get(list.getValue().sequence()), Text.of("column_%s", list.getValue().sequence())),
				Cell.of(list.getValue().count() | list.getValue().flags())).named(Text.of("list_%s", list.getKey()), 1)).toList();
	}

	private List<Table.Row> columnRows() {
		List<Table.Row> made = new ArrayList<>();
		sequences.forEach((name, columns) -> {
			for (int i = 0; i < columns.size(); i++) {
				Column column = columns.get(i);
				Table.Row row = Table.Row.of(label(column), column.object(), column.attribute(), column.dataIndex());
				made.add(i == 0 ? row.named(Text.of("column_%s", name), columns.size()) : row);
			}
		});
		return made;
	}

	private String label(Column column) {
		if (column.attribute() == SELECTION) {
			return "rows of the next";
		}
		CosemObject object = layout.objects().get(column.object()).object();
		return ObjectRows.label(object);
	}
}
