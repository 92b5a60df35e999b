// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.meterwright.cosem.work.SideBySide;

/**
 * All constant tables of a meter as rows of numbers, and the numbers of its root.
 *
 * @param tables tables by name in C, without prefix, in the order of the file; tables without rows are left out
 * @param counts numbers of the root by field that are not numbers of rows
 */
public record Tables(Map<String, Table> tables, Map<String, Integer> counts) {
	/** Version of the layout, MW_LAYOUT in C. */
	public static final int LAYOUT = 4;
	/** MW_MAGIC in C. */
	public static final long MAGIC = 0x4D57_5431L;
	/** Addresses of the root, in its order. */
	public static final List<String> FIELDS = List.of("device", "cls", "group", "key", "run", "wide_run", "pair", "shape", "op", "ref", "form", "pool", "list", "column",
			"access", "wide_access", "pattern", "mode", "selectors", "association", "context", "slot", "profile", "order", "trigger", "log", "block", "step", "source", "push", "alert", "activation", "first", "threshold", "type");
	/** Numbers of the root that are numbers of rows. */
	public static final List<Map.Entry<String, String>> COUNTED = List.of(Map.entry("triggers", "trigger"), Map.entry("sources", "source"),
			Map.entry("alerts", "alert"), Map.entry("pushes", "push"), Map.entry("activations", "activation"), Map.entry("firsts", "first"),
			Map.entry("slots", "slot"), Map.entry("profiles", "profile"), Map.entry("thresholds", "threshold"),
			Map.entry("types", "type"));
	/** Octets of the root before its addresses. */
	private static final int ROOT_NUMBERS = 48;
	/** Addresses in the root. */
	private static final int ROOT_POINTERS = 40;
	private static final int ADDRESS = 4;

	/** Returns the octets of the root on a 32-bit target. */
	public static int rootOctets() {
		return ROOT_NUMBERS + ADDRESS * ROOT_POINTERS;
	}

	/** Makes the tables of a layout. Once all constants and lists have their places, tables do not depend on one another and are made side by side. */
	public static Tables of(TableLayout layout) {
		ColumnRows columns = new ColumnRows(layout);
		ShapeRows shapes = new ShapeRows(layout, columns);
		TriggerRows triggers = new TriggerRows(layout, columns);
		layout.firsts().forEach(first -> layout.constants().add(first.encoding(), first.words()));
		WrittenRows written = new WrittenRows(layout);
		layout.constants().place();
		columns.number();
		List<Supplier<List<Table>>> makers = List.of(() -> new ObjectRows(layout).tables(), shapes::tables, columns::tables, () -> new AccessRows(layout).tables(), triggers::tables,
				() -> List.of(layout.constants().table("pool")), () -> List.of(shapes.forms()), () -> new SessionRows(layout).tables(),
				() -> List.of(ProfilePlanner.table(layout), written.table()), () -> List.of(firsts(layout)));
		Map<String, Table> tables = new LinkedHashMap<>();
		SideBySide.map(makers, Supplier::get).forEach(made -> made.forEach(table -> put(tables, table)));
		return new Tables(tables, counts(layout));
	}

	private static void put(Map<String, Table> tables, Table table) {
		if (!table.rows().isEmpty()) {
			tables.put(table.name(), table);
		}
	}

	private static Table firsts(TableLayout layout) {
		return new Table("first", "mw_first_t", layout.firsts().stream().map(first -> Table.Row.of(
				Text.of("%s: %s", layout.objects().get(first.object()).object().getLogicalName(), first.words()), Cell.of(first.object()),
				layout.constants().cell(first.encoding()), Cell.of(first.attribute()), Cell.of(0)).about(layout.objects().get(first.object()).object())).toList());
	}

	private static Map<String, Integer> counts(TableLayout layout) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		counts.put("simple_patterns", layout.access().simplePatterns());
		counts.put("devices", layout.order().devices().size());
		counts.put("associations", layout.associations().size());
		counts.put("pool_shift", layout.constants().shift());
		counts.put("pattern_shift", layout.access().modes().shift());
		counts.put("ram_shift", layout.ram().shift());
		counts.put("nvm_shift", layout.nvm().shift());
		return counts;
	}

	/** Returns the number of elements of a table; 0 of one that is not there. */
	public int size(String table) {
		Table found = tables.get(table);
		return found == null ? 0 : found.size();
	}

	/** Tells whether runs are in their wide form. */
	public boolean isWide() {
		return tables.containsKey("wide_run");
	}
}
