// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.value.Bytes;

/** Tables of octets, several in a line. */
final class OctetRows {
	private OctetRows() {
	}

	static Table of(String name, Bytes octets) {
		List<Table.Row> rows = new ArrayList<>();
		for (int i = 0; i < octets.length(); i++) {
			rows.add(Table.Row.of("", octets.at(i)));
		}
		return new Table(name, "uint8_t", rows);
	}
}
