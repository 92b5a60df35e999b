// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.meterwright.cosem.value.Bytes;

/** Tables of octets, several in a line. */
final class OctetRows {
	private static final Table.Row[] ROWS = new Table.Row[256];

	static {
		Arrays.setAll(ROWS, octet -> Table.Row.of("", octet));
	}

	private OctetRows() {
	}

	static Table of(String name, Bytes octets) {
		List<Table.Row> rows = new ArrayList<>(octets.length());
		for (int i = 0; i < octets.length(); i++) {
			rows.add(ROWS[octets.at(i)]);
		}
		return new Table(name, "uint8_t", rows);
	}
}
