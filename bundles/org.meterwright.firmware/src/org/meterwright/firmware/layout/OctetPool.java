// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.FirmwareException;

/**
 * Octet strings in one array, equal ones once, in the order of their content: a string that changes moves no name of another. Offsets are
 * counted in units of a power of two that is larger than 1 only where 16 bits would not reach.
 */
final class OctetPool {
	private static final int REACH = 0xFFF0;
	private static final int MOST_SHIFT = 8;

	private final String name;
	private final String kind;
	private final TreeMap<Bytes, String> wanted = new TreeMap<>();
	private final Map<Bytes, Cell> cells = new HashMap<>();
	private int length;
	private int shift;

	/**
	 * Makes an empty pool.
	 *
	 * @param name what it holds, for a message
	 * @param kind how names of its rows begin
	 */
	OctetPool(String name, String kind) {
		this.name = name;
		this.kind = kind;
	}

	/** Asks for octets to be in the pool, and says what they are; of several words for equal octets the first in the alphabet is told. */
	Bytes add(Bytes octets, String words) {
		wanted.merge(octets, words, (one, other) -> one.isEmpty() || !other.isEmpty() && other.compareTo(one) < 0 ? other : one);
		return octets;
	}

	/** Places everything that was asked for. */
	void place() {
		for (shift = 0; shift <= MOST_SHIFT; shift++) {
			if (fits()) {
				placeAll();
				return;
			}
		}
		throw new FirmwareException(Text.of("the %s take %d octets, more than tables can reach", name, length));
	}

	private boolean fits() {
		length = 0;
		wanted.keySet().forEach(octets -> length += NativeForm.align(octets.length(), 1 << shift));
		return length >> shift <= REACH;
	}

	private void placeAll() {
		int at = 0;
		for (Bytes octets : wanted.keySet()) {
			cells.put(octets, Cell.row(at >> shift, nameOf(octets)));
			at += NativeForm.align(octets.length(), 1 << shift);
		}
	}

	private String nameOf(Bytes octets) {
		return Text.of("%s_%s", kind, ContentNames.of(octets));
	}

	/** Returns where octets are, in units. */
	Cell cell(Bytes octets) {
		return cells.get(octets);
	}

	/** Returns the power of two that offsets are multiplied by. */
	int shift() {
		return shift;
	}

	/** Returns the octets as a table: a string a row, filled up to whole units. */
	Table table(String table) {
		List<Table.Row> rows = new ArrayList<>(wanted.size());
		wanted.forEach((octets, words) -> {
			long[] numbers = new long[NativeForm.align(octets.length(), 1 << shift)];
			for (int i = 0; i < octets.length(); i++) {
				numbers[i] = octets.at(i);
			}
			rows.add(Table.Row.of(words, numbers).named(nameOf(octets), numbers.length >> shift));
		});
		return new Table(table, "uint8_t", rows);
	}
}
