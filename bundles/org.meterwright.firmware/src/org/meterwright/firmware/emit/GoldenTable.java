// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

/** A table of the self-test: rows of numbers, not aligned, since nobody reads them. */
final class GoldenTable {
	private static final byte[] BEGIN = OctetText.octets("    { ");
	private static final byte[] BETWEEN = OctetText.octets("U, ");
	private static final byte[] END = OctetText.octets("U },\n");

	private final String name;
	private final String type;
	private final OctetText rows = new OctetText();
	private boolean empty = true;

	GoldenTable(String name, String type) {
		this.name = name;
		this.type = type;
	}

	/** Adds a row; what it says of octets, with a comma behind it, stands first. */
	void row(byte[] octets, long... cells) {
		empty = false;
		rows.add(BEGIN).add(octets);
		int last = cells.length - 1;
		for (int i = 0; i < last; i++) {
			rows.number(cells[i]).add(BETWEEN);
		}
		rows.number(cells[last]).add(END);
	}

	/** Returns the name of the table, or NULL when it has no rows. */
	String address() {
		return empty ? "NULL" : name;
	}

	/** Returns the number of rows in C. */
	String size() {
		return empty ? "0U" : "(uint32_t)(sizeof %1$s / sizeof %1$s[0])".replace("%1$s", name);
	}

	/** Returns the definition; nothing when there are no rows. */
	OctetText definition() {
		OctetText out = new OctetText();
		return empty ? out : out.add("static const ").add(type).add(" ").add(name).add("[] = {\n").add(rows).add("};\n\n");
	}
}
