// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Checksum;

import org.eclipse.emf.ecore.EObject;

/**
 * A constant table: what the C says and what the memory report counts.
 *
 * @param name name in C, without prefix
 * @param type C type of an element
 * @param rows rows, a line of text each: one element, or a sequence of elements that are found together
 * @param like name of a table that has as many elements, always; empty: of none
 */
public record Table(String name, String type, List<Row> rows, String like) {
	private static final Symbol[] NUMBERS = new Symbol[0];
	/** Octets of the fields of each row type of mw_tables.h; no row has padding. */
	private static final Map<String, List<Integer>> WIDTHS = Map.ofEntries(Map.entry("uint8_t", List.of(1)), Map.entry("uint16_t", List.of(2)),
			Map.entry("mw_device_t", List.of(2, 2, 2, 1, 1, 1, 1)), Map.entry("mw_class_t", List.of(2, 2, 1, 1, 1, 1)), Map.entry("mw_group_t", List.of(2, 1, 1, 1, 1)),
			Map.entry("mw_key_t", List.of(1, 1, 1)), Map.entry("mw_run_t", List.of(2, 2, 1, 1)), Map.entry("mw_wide_run_t", List.of(2, 2, 2, 2)),
			Map.entry("mw_pair_t", List.of(2, 2, 2, 2)), Map.entry("mw_shape_t", List.of(2, 1, 1)), Map.entry("mw_form_t", List.of(2, 2)),
			Map.entry("mw_list_t", List.of(2, 2)), Map.entry("mw_column_t", List.of(1, 1, 1)), Map.entry("mw_association_t", List.of(2, 2, 2, 2, 1, 1, 1, 1)),
			Map.entry("mw_context_t", List.of(4, 2, 2, 1, 1, 1, 1)), Map.entry("mw_slot_t", List.of(2, 1, 1)), Map.entry("mw_profile_t", List.of(4, 4, 2, 2, 2, 2)),
			Map.entry("mw_trigger_t", List.of(2, 2, 1, 1)), Map.entry("mw_block_t", List.of(2, 2, 2)), Map.entry("mw_step_t", List.of(1, 1, 2, 2)),
			Map.entry("mw_source_t", List.of(2, 1, 1)), Map.entry("mw_threshold_t", List.of(4, 4, 2, 2, 2, 2, 1, 1, 1, 1)), Map.entry("mw_type_t", List.of(2, 2, 1, 1)), Map.entry("mw_push_t", List.of(2, 2, 2, 1, 1)), Map.entry("mw_alert_t", List.of(2, 2, 2, 1, 1)),
			Map.entry("mw_activation_t", List.of(2, 2, 2, 1, 1)), Map.entry("mw_first_t", List.of(2, 2, 1, 1)));

	/**
	 * A row.
	 *
	 * @param cells   fields of its elements as numbers
	 * @param symbols how C says the fields; none: as numbers
	 * @param comment what it is about
	 * @param name    name by which other tables find it; empty: by none
	 * @param units   how many numbers the name stands for
	 * @param restart whether names are numbered from 0 again
	 * @param subject the model element that made it
	 */
	@SuppressWarnings("java:S6218") // compared by nobody
	public record Row(long[] cells, Symbol[] symbols, String comment, String name, int units, boolean restart, Optional<EObject> subject) {
		/** Makes a row of numbers that belongs to no element. */
		public static Row of(String comment, long... cells) {
			return new Row(cells, NUMBERS, comment, "", 1, false, Optional.empty());
		}

		/** Makes a row with cells that C may say by name. */
		static Row of(String comment, Cell... cells) {
			long[] numbers = new long[cells.length];
			Symbol[] symbols = new Symbol[cells.length];
			for (int i = 0; i < cells.length; i++) {
				numbers[i] = cells[i].number();
				symbols[i] = cells[i].symbol();
			}
			return new Row(numbers, symbols, comment, "", 1, false, Optional.empty());
		}

		/** Names the element that made the row. */
		public Row about(EObject element) {
			return new Row(cells, symbols, comment, name, units, restart, Optional.of(element));
		}

		/** Gives the row a name. */
		Row named(String itsName, int itsUnits) {
			return new Row(cells, symbols, comment, itsName, itsUnits, restart, subject);
		}

		/** Numbers names from 0 again, from this row on. */
		Row restarting() {
			return new Row(cells, symbols, comment, name, units, true, subject);
		}

		/** Returns how C says a field. */
		public Symbol symbol(int cell) {
			return symbols.length == 0 ? Symbol.NUMBER : symbols[cell];
		}
	}

	/** Copies the rows. */
	public Table {
		rows = List.copyOf(rows);
	}

	/** Makes a table. */
	Table(String name, String type, List<Row> rows) {
		this(name, type, rows, "");
	}

	/** Names a table that has as many elements. */
	Table like(String other) {
		return new Table(name, type, rows, other);
	}

	/** Returns the octets of each field of an element. */
	public List<Integer> widths() {
		return WIDTHS.get(type);
	}

	/** Returns the number of elements. */
	public int size() {
		int fields = 0;
		for (Row row : rows) {
			fields += row.cells().length;
		}
		return fields / widths().size();
	}

	/** Returns the octets of all elements. */
	public long octets() {
		return (long) widths().stream().mapToInt(Integer::intValue).sum() * size();
	}

	/** Returns all elements, least significant octets first as in memory. */
	public byte[] content() {
		byte[] content = new byte[(int) octets()];
		int[] widths = widths().stream().mapToInt(Integer::intValue).toArray();
		int at = 0;
		for (Row row : rows) {
			int field = 0;
			for (long cell : row.cells()) {
				for (int shift = 0; shift < 8 * widths[field]; shift += 8) {
					content[at++] = (byte) (cell >> shift);
				}
				field = field + 1 == widths.length ? 0 : field + 1;
			}
		}
		return content;
	}

	/** Adds all elements, least significant octets first as in memory, to a checksum. */
	public void addTo(Checksum sum) {
		sum.update(content());
	}
}
