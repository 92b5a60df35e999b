// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

/** A table of the self-test: rows of numbers, not aligned, since nobody reads them. */
final class GoldenTable {
	/** Usual length of a row. */
	private static final int CHARACTERS = 48;

	private final String name;
	private final String type;
	private final StringBuilder rows;

	GoldenTable(String name, String type) {
		this(name, type, 0);
	}

	/** Makes a table of which it is known how many rows will come: growing would cost more than the rows of a large meter. */
	GoldenTable(String name, String type, int expected) {
		this.name = name;
		this.type = type;
		this.rows = new StringBuilder(expected * CHARACTERS);
	}

	/** Returns the number of characters so far. */
	int length() {
		return rows.length();
	}

	/** Adds a row; what it says of octets, if anything, stands first. */
	void row(String octets, long... cells) {
		rows.append("    { ").append(octets);
		for (int i = 0; i < cells.length; i++) {
			rows.append(i == 0 && octets.isEmpty() ? "" : ", ").append(cells[i]).append('U');
		}
		rows.append(" },\n");
	}

	/** Returns the name of the table, or NULL when it has no rows. */
	String address() {
		return rows.isEmpty() ? "NULL" : name;
	}

	/** Returns the number of rows in C. */
	String size() {
		return rows.isEmpty() ? "0U" : "(uint32_t)(sizeof %1$s / sizeof %1$s[0])".replace("%1$s", name);
	}

	/** Adds the definition to a file, unless there are no rows. */
	void addTo(SourceText out) {
		if (!rows.isEmpty()) {
			out.add("static const ").add(type).add(" ").add(name).add("[] = {\n").add(rows).add("};\n\n");
		}
	}
}
