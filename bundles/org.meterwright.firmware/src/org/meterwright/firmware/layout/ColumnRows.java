// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.firmware.FirmwareException;

/**
 * Rows of capture and push lists, named after their owners: a column more moves no name of another list. Lists of different owners share
 * columns only where a push set-up sends the list of its own object.
 */
final class ColumnRows {
	private static final int RESTRICTED = 0x4000;
	/** Mark of a list whose columns take two rows. */
	private static final int WIDE = 0x8000;
	private static final int OCTET = 0xFF;
	private static final int MOST_ROWS = 0xFFF0;

	private final TableLayout layout;
	private final Map<String, List<Column>> sequences = new LinkedHashMap<>();
	private final Map<String, Integer> offsets = new HashMap<>();
	private final Map<String, ColumnList> lists = new LinkedHashMap<>();
	private final Map<String, Integer> numbers = new HashMap<>();
	private int rows;

	/**
	 * A column in numbers.
	 *
	 * @param newest how many of a buffer's newest entries; 0: all
	 */
	record Column(int object, int attribute, int dataIndex, int newest) {
		/** Tells whether the reference alone says it all. */
		boolean isPlain() {
			return dataIndex == 0 && newest == 0;
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
		List<Column> columns = references.references().stream().map(each -> new Column(each.object(), each.attribute(), each.dataIndex(), 0)).toList();
		addColumns(references.name(), columns);
		lists.put(references.name(), new ColumnList(references.name(), columns.size(), references.restricted() ? RESTRICTED : 0));
	}

	/** Adds a list that is no attribute; its columns may stand there already, as those of another list. */
	void add(String name, List<Column> columns, String other) {
		boolean same = columns.equals(sequences.get(other));
		if (!same) {
			addColumns(name, columns);
		}
		lists.put(name, new ColumnList(same ? other : name, columns.size(), 0));
	}

	private void addColumns(String name, List<Column> columns) {
		if (sequences.putIfAbsent(name, columns) == null) {
			offsets.put(name, rows);
			rows += columns.size() * width(columns);
		}
		if (rows > MOST_ROWS) {
			throw new FirmwareException(Text.of("the meter needs %d columns; tables hold at most %d", rows, MOST_ROWS));
		}
	}

	private static int width(List<Column> columns) {
		return columns.stream().allMatch(Column::isPlain) ? 1 : 2;
	}

	/** Numbers the lists, once all are there. */
	void number() {
		lists.keySet().forEach(each -> numbers.put(each, numbers.size()));
	}

	/** Returns the number of a list. */
	Cell list(String name) {
		return Cell.row(numbers.get(name), Text.of("list_%s", name));
	}

	/** Makes the tables. */
	List<Table> tables() {
		return List.of(new Table("list", "mw_list_t", listRows()), new Table("column", "mw_column_t", columnRows()));
	}

	private List<Table.Row> listRows() {
		return lists.entrySet().stream().map(list -> Table.Row.of("", Cell.row(offsets.get(list.getValue().sequence()), Text.of("column_%s", list.getValue().sequence())),
				Cell.of(list.getValue().count() | list.getValue().flags() | (width(sequences.get(list.getValue().sequence())) > 1 ? WIDE : 0))).named(Text.of("list_%s", list.getKey()), 1)).toList();
	}

	private List<Table.Row> columnRows() {
		List<Table.Row> made = new ArrayList<>();
		sequences.forEach((name, columns) -> {
			int width = width(columns);
			for (int i = 0; i < columns.size(); i++) {
				Table.Row row = row(columns.get(i), width);
				made.add(i == 0 ? row.named(Text.of("column_%s", name), columns.size() * width) : row);
			}
		});
		return made;
	}

	private Table.Row row(Column column, int width) {
		String label = layout.label(column.object());
		if (width == 1) {
			return Table.Row.of(label, high(column.object()), low(column.object()), low(column.attribute()));
		}
		return Table.Row.of(label, high(column.object()), low(column.object()), low(column.attribute()), column.dataIndex(), high(column.newest()), low(column.newest()));
	}

	private static int high(int number) {
		return number >> Byte.SIZE & OCTET;
	}

	private static int low(int number) {
		return number & OCTET;
	}
}
