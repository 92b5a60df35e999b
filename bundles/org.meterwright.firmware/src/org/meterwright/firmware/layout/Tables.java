// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All constant tables of a meter as rows of numbers, and the numbers of its root.
 *
 * @param tables tables by name in C, without prefix, in the order of the file; tables without rows are left out
 * @param counts numbers of the root by field
 */
public record Tables(Map<String, Table> tables, Map<String, Integer> counts) {
	/** Octets of the root before its addresses. */
	private static final int ROOT_NUMBERS = 44;
	/** Addresses in the root. */
	private static final int ROOT_POINTERS = 37;
	private static final int ADDRESS = 4;
	private static final List<Map.Entry<String, String>> COUNTED = List.of(Map.entry("triggers", "trigger"), Map.entry("sources", "source"),
			Map.entry("alerts", "alert"), Map.entry("pushes", "push"), Map.entry("activations", "activation"), Map.entry("firsts", "first"),
			Map.entry("slots", "slot"), Map.entry("profiles", "profile"));

	/** Returns the octets of the root on a 32-bit target. */
	public static int rootOctets() {
		return ROOT_NUMBERS + ADDRESS * ROOT_POINTERS;
	}

	/** Makes the tables of a layout. */
	public static Tables of(TableLayout layout) {
		TriggerRows triggers = new TriggerRows(layout);
		ShapeRows shapes = new ShapeRows(layout, triggers);
		layout.firsts().forEach(first -> layout.constants().add(first.encoding()));
		layout.constants().place();
		Map<String, Table> tables = new LinkedHashMap<>();
		ObjectRows objects = new ObjectRows(layout);
		AccessRows access = new AccessRows(layout);
		objects.tables().forEach(table -> put(tables, table));
		shapes.tables().forEach(table -> put(tables, table));
		access.tables().forEach(table -> put(tables, table));
		new SessionRows(layout).tables().forEach(table -> put(tables, table));
		put(tables, ProfilePlanner.table(layout));
		triggers.tables(shapes).forEach(table -> put(tables, table));
		put(tables, firsts(layout));
		put(tables, OctetRows.of("pool", layout.constants().bytes()));
		return new Tables(tables, counts(layout, tables));
	}

	private static void put(Map<String, Table> tables, Table table) {
		if (!table.rows().isEmpty()) {
			tables.put(table.name(), table);
		}
	}

	private static Table firsts(TableLayout layout) {
		return new Table("first", "mw_first_t", layout.firsts().stream().map(first -> Table.Row.of(ObjectRows.label(layout.objects().get(first.object()).object()),
				first.object(), layout.constants().offset(first.encoding()), first.attribute(), 0).about(layout.objects().get(first.object()).object())).toList());
	}

	private static Map<String, Integer> counts(TableLayout layout, Map<String, Table> tables) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		counts.put("objects", layout.objects().size());
		counts.put("runs", layout.runs().size());
		counts.put("simple_patterns", layout.access().simplePatterns());
		for (Map.Entry<String, String> field : COUNTED) {
			counts.put(field.getKey(), tables.containsKey(field.getValue()) ? tables.get(field.getValue()).rows().size() : 0);
		}
		counts.put("devices", layout.order().devices().size());
		counts.put("associations", layout.associations().size());
		counts.put("pool_shift", layout.constants().shift());
		counts.put("pattern_shift", layout.access().modes().shift());
		counts.put("ram_shift", layout.ram().shift());
		counts.put("nvm_shift", layout.nvm().shift());
		return counts;
	}

	/** Tells whether runs are in their wide form. */
	public boolean isWide() {
		return tables.containsKey("wide_run");
	}
}
