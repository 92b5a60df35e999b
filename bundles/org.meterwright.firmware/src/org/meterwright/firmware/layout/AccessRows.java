// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.firmware.FirmwareException;

/** Rows that say what associations may do: associations, access rows, patterns, orders of object lists. */
final class AccessRows {
	private static final int NARROW = 0x100;
	private static final int MOST_WORDS = 0xFFF0;
	private static final int MOST_SELECTORS = 0x7F;

	private final TableLayout layout;
	private final AccessPlanner access;
	private final List<Table.Row> order = new ArrayList<>();

	AccessRows(TableLayout layout) {
		this.layout = layout;
		this.access = layout.access();
	}

	List<Table> tables() {
		List<Table.Row> associations = associations();
		if (order.size() > MOST_WORDS || access.selectorSets().size() > MOST_SELECTORS || access.patterns().size() > MOST_WORDS) {
			throw new FirmwareException("the rights of the associations differ too much to be held in tables");
		}
		boolean wide = access.patterns().size() >= NARROW;
		return List.of(new Table("association", "mw_association_t", associations),
				wide ? new Table("wide_access", "uint16_t", accessRows()) : new Table("access", "uint8_t", accessRows()),
				new Table("pattern", "uint16_t", patterns()), access.modes().table("mode"), new Table("selectors", "uint16_t", selectors()),
				new Table("order", "uint16_t", order));
	}

	private List<Table.Row> selectors() {
		List<Table.Row> rows = new ArrayList<>();
		if (!access.selectorSets().isEmpty()) {
			rows.add(Table.Row.of("none", 0));
			access.selectorSets().forEach(set -> rows.add(Table.Row.of("", layout.constants().cell(set))));
		}
		return rows;
	}

	private List<Table.Row> patterns() {
		List<Table.Row> rows = new ArrayList<>();
		rows.add(Table.Row.of("not in the object list", 0).named(access.patternName(0), 1));
		access.patterns().forEach(pattern -> rows.add(Table.Row.of("", access.modes().cell(pattern.octets())).named(pattern.name(), 1)));
		return rows;
	}

	private List<Table.Row> accessRows() {
		List<Table.Row> rows = new ArrayList<>();
		int octets = 0;
		for (int device = 0; device < layout.order().devices().size(); device++) {
			if (!layout.patternsOf(device).isEmpty()) {
				int first = rows.size();
				access.rows(device).forEach(row -> rows.add(row(row)));
				rows.set(first, rows.get(first).restarting());
			}
			octets += access.rows(device).size() * layout.patternsOf(device).size();
		}
		if (octets > MOST_WORDS) {
			throw new FirmwareException(Text.of("the associations need %d access patterns; tables hold at most %d", octets, MOST_WORDS));
		}
		return rows;
	}

	private Table.Row row(AccessPlanner.AccessRow row) {
		Cell[] cells = row.patterns().stream().map(pattern -> Cell.row(pattern, access.patternName(pattern))).toArray(Cell[]::new);
		return Table.Row.of("", cells).named(row.name(), 1);
	}

	private List<Table.Row> associations() {
		List<Table.Row> rows = new ArrayList<>();
		int column = 0;
		int previous = -1;
		for (int number = 0; number < layout.associations().size(); number++) {
			Association association = layout.associations().get(number);
			int device = layout.order().device(association.getObject());
			column = device == previous ? column + 1 : 0;
			previous = device;
			rows.add(Table.Row.of(String.valueOf(association.getName()), layout.number(association.getObject()), association.getClientSap(), association.getEntries().size(),
					order(association, layout.elements(number), layout.patternsOf(device).get(column)), CosemObjects.version(association.getObject()), device, column, 0).about(association));
		}
		return rows;
	}

	private static boolean isAscending(int[] numbers) {
		for (int i = 1; i < numbers.length; i++) {
			if (numbers[i - 1] >= numbers[i]) {
				return false;
			}
		}
		return true;
	}

	/** Appends the order of an object list unless it is the sorted one with each object once. */
	private int order(Association association, int[] numbers, int[] first) {
		if (isAscending(numbers)) {
			return Triggers.NONE;
		}
		int at = order.size();
		List<long[]> extras = new ArrayList<>();
		for (int position = 0; position < numbers.length; position++) {
			ObjectListEntry entry = association.getEntries().get(position);
			int pattern = access.pattern(entry);
			if (pattern != first[numbers[position]]) {
				extras.add(new long[] {position, pattern});
			}
		}
		order.add(Table.Row.of(Text.of("%s: elements with rights of their own", association.getName()), extras.size()));
		for (long[] extra : extras) {
			order.add(Table.Row.of("position", extra[0]));
			order.add(Table.Row.of("pattern", extra[1]));
		}
		for (int number : numbers) {
			order.add(Table.Row.of(layout.label(number), number));
		}
		return at;
	}
}
