// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

/** A table of the self-test: rows of numbers, not aligned, since nobody reads them. */
final class GoldenTable {
	private static final int IN_A_LINE = 32;

	private final String name;
	private final String type;
	private final StringBuilder rows = new StringBuilder();
	private int size;

	GoldenTable(String name, String type) {
		this.name = name;
		this.type = type;
	}

	/** Adds a row. */
	void row(long... cells) {
		rows.append(size++ == 0 ? "    { " : ",\n    { ");
		for (int i = 0; i < cells.length; i++) {
			rows.append(i == 0 ? "" : ", ").append(cells[i]).append('U');
		}
		rows.append(" }");
	}

	/** Returns the number of rows. */
	int size() {
		return size;
	}

	/** Returns the name of the table, or NULL when it has no rows. */
	String address() {
		return size == 0 ? "NULL" : name;
	}

	/** Returns the definition; empty when there are no rows. */
	String text() {
		return size == 0 ? "" : new StringBuilder(rows.length() + 100).append("static const ").append(type).append(' ').append(name).append('[').append(size).append("] = {\n")
				.append(rows).append("\n};\n\n").toString();
	}

	/** Returns the definition of a table of octets. */
	static String octets(String name, byte[] octets) {
		StringBuilder out = new StringBuilder(4 * octets.length + 100).append("static const uint8_t ").append(name).append('[').append(octets.length).append("] = {");
		for (int i = 0; i < octets.length; i++) {
			out.append(i == 0 ? "" : ",").append(i % IN_A_LINE == 0 ? "\n    " : " ").append(octets[i] & 0xFF);
		}
		return out.append("\n};\n\n").toString();
	}
}
