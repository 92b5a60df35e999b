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
 * @param type C type of a row
 * @param rows the rows
 */
public record Table(String name, String type, List<Row> rows) {
	/** Octets of the fields of each row type of mw_tables.h; no row has padding. */
	private static final Map<String, List<Integer>> WIDTHS = Map.ofEntries(Map.entry("uint8_t", List.of(1)), Map.entry("uint16_t", List.of(2)),
			Map.entry("mw_device_t", List.of(2, 2, 2, 1, 1, 1, 1)), Map.entry("mw_class_t", List.of(2, 2, 1, 1, 1, 1)), Map.entry("mw_group_t", List.of(2, 1, 1, 1, 1)),
			Map.entry("mw_key_t", List.of(1, 1, 1)), Map.entry("mw_run_t", List.of(2, 2, 1, 1)), Map.entry("mw_wide_run_t", List.of(2, 2, 2, 2)),
			Map.entry("mw_pair_t", List.of(2, 2, 2, 2)), Map.entry("mw_shape_t", List.of(2, 1, 1)), Map.entry("mw_form_t", List.of(2, 2)),
			Map.entry("mw_list_t", List.of(2, 2)), Map.entry("mw_ref_t", List.of(2, 1, 1)), Map.entry("mw_association_t", List.of(2, 2, 2, 2, 1, 1, 1, 1)),
			Map.entry("mw_context_t", List.of(4, 2, 2, 1, 1, 1, 1)), Map.entry("mw_slot_t", List.of(2, 1, 1)), Map.entry("mw_profile_t", List.of(4, 4, 2, 2, 2, 2)),
			Map.entry("mw_trigger_t", List.of(2, 2, 1, 1, 2)), Map.entry("mw_block_t", List.of(2, 2, 2)), Map.entry("mw_step_t", List.of(1, 1, 2, 2)),
			Map.entry("mw_source_t", List.of(2, 1, 1)), Map.entry("mw_push_t", List.of(2, 2, 2, 1, 1)), Map.entry("mw_alert_t", List.of(2, 2, 2, 1, 1)),
			Map.entry("mw_activation_t", List.of(2, 2, 2, 1, 1)), Map.entry("mw_first_t", List.of(2, 2, 1, 1)));

	/** A row: its fields as numbers, what it is about, and the model element that made it. */
	@SuppressWarnings("java:S6218") // compared by nobody
	public record Row(long[] cells, String comment, Optional<EObject> subject) {
		/** Makes a row that belongs to no element. */
		public static Row of(String comment, long... cells) {
			return new Row(cells, comment, Optional.empty());
		}

		/** Names the element that made the row. */
		public Row about(EObject element) {
			return new Row(cells, comment, Optional.of(element));
		}
	}

	/** Copies the rows. */
	public Table {
		rows = List.copyOf(rows);
	}

	/** Returns the octets of all rows. */
	public long octets() {
		return (long) WIDTHS.get(type).stream().mapToInt(Integer::intValue).sum() * rows.size();
	}

	/** Adds all rows, least significant octets first as in memory, to a checksum. */
	public void addTo(Checksum sum) {
		List<Integer> widths = WIDTHS.get(type);
		for (Row row : rows) {
			for (int i = 0; i < widths.size(); i++) {
				for (int octet = 0; octet < widths.get(i); octet++) {
					sum.update((int) (row.cells()[i] >> 8 * octet) & 0xFF);
				}
			}
		}
	}
}
