// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import java.util.Optional;

/**
 * A constant table: what the C says and what the memory report counts.
 *
 * @param name      name in C, without prefix
 * @param type      C type of a row
 * @param rowOctets octets of a row on a 32-bit target
 * @param rows      the rows
 */
public record Table(String name, String type, int rowOctets, List<Row> rows) {

	/** A row: its fields as numbers, what it is about, and the model element that made it. */
	public record Row(List<Long> cells, String comment, Optional<EObject> subject) {
		/** Makes a row that belongs to no element. */
		public static Row of(String comment, long... cells) {
			List<Long> list = new ArrayList<>(cells.length);
			for (long cell : cells) {
				list.add(cell);
			}
			return new Row(list, comment, Optional.empty());
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
		return (long) rowOctets * rows.size();
	}
}
