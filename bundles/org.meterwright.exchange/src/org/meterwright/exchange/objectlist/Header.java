// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.ImportReport;

/**
 * Takes away what transports put in front of a list where it can be told for certain: a wrapper header (0001, addresses, length), an LLC
 * header (E6E700) and a GET-Response-normal with data (C401, invoke id, 00).
 */
final class Header {
	private static final int GET_RESPONSE = 0xC4;
	private static final int ARRAY = 1;

	private Header() {
	}

	static Octets strip(Octets octets, ImportReport report) throws ImportException {
		Bytes bytes = octets.bytes();
		int at = wrapper(bytes) ? 8 : 0;
		at += matches(bytes, at, 0xE6, 0xE7, 0x00) ? 3 : 0;
		if (matches(bytes, at, GET_RESPONSE, 2)) {
			throw new ImportException(octets.place(at), "octet %d: this is one block of a GET response; give the list that the blocks make together".formatted(at));
		}
		if (matches(bytes, at, GET_RESPONSE, 1) && bytes.length() > at + 4 && bytes.at(at + 3) == 0 && bytes.at(at + 4) == ARRAY) {
			report.info("MW-IMP-014", octets.place(0), "a GET response header of %d octets in front of the list is skipped".formatted(at + 4));
			return octets.from(at + 4);
		}
		return octets;
	}

	private static boolean wrapper(Bytes bytes) {
		return matches(bytes, 0, 0, 1) && bytes.length() > 8 && (bytes.at(6) << 8 | bytes.at(7)) == bytes.length() - 8;
	}

	private static boolean matches(Bytes bytes, int at, int... expected) {
		if (bytes.length() < at + expected.length) {
			return false;
		}
		for (int i = 0; i < expected.length; i++) {
			if (bytes.at(at + i) != expected[i]) {
				return false;
			}
		}
		return true;
	}
}
