// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

/**
 * A field of a row.
 *
 * @param number what the compiler makes of it
 * @param symbol how C says it
 */
public record Cell(long number, Symbol symbol) {
	/** Makes a plain number. */
	static Cell of(long number) {
		return new Cell(number, Symbol.NUMBER);
	}

	/** Names a row of another table. */
	static Cell row(long number, String name) {
		return new Cell(number, new Symbol.Row(name, 0));
	}

	/** Adds flags. */
	Cell plus(int flags) {
		if (flags == 0) {
			return this;
		}
		return new Cell(number + flags, symbol instanceof Symbol.Row(String name, int plus) ? new Symbol.Row(name, plus + flags) : symbol);
	}
}
