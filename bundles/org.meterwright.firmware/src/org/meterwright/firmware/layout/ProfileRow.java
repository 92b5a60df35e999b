// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Bytes;

/**
 * A profile whose buffer lies in the log memory.
 *
 * @param name       name after the object
 * @param profile    the object
 * @param program    how a row is coded: a structure with a part for each column
 * @param row        octets of a row
 * @param columns    what a row holds, with places in the row
 * @param value      octets of the longest encoding of a column's attribute
 * @param entries    most rows
 * @param isVolatile whether the rows go when the supply fails
 * @param base       where it begins in the log memory: first its state, then its rows
 */
public record ProfileRow(String name, CosemObject profile, Bytes program, int row, List<NvmMap.Member> columns, int value, long entries, boolean isVolatile, long base) {
	/** Octets before the rows: how many were ever captured since the last reset, and where the next goes. */
	public static final int STATE = 8;

	/** Copies the list. */
	public ProfileRow {
		columns = List.copyOf(columns);
	}

	/** Returns the first octet behind the rows. */
	public long end() {
		return base + STATE + entries * row;
	}

	/** Returns the name of its row. */
	public String rowName() {
		return Text.of("profile_%s", name);
	}

	/** Returns the name of its place in the log memory. */
	public String place() {
		return Text.of("rows_%s", name);
	}

	ProfileRow at(long place) {
		return new ProfileRow(name, profile, program, row, columns, value, entries, isVolatile, place);
	}
}
