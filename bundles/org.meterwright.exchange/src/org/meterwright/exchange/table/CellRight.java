// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.table;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the cell of an association says, as a mode of Association LN version 1. */
final class CellRight {
	private static final Map<String, Integer> ATTRIBUTES = Map.ofEntries(Map.entry("", 0), Map.entry("-", 0), Map.entry("n", 0), Map.entry("no", 0), Map.entry("none", 0), Map.entry("r", 1),
			Map.entry("g", 1), Map.entry("get", 1), Map.entry("read", 1), Map.entry("w", 2), Map.entry("s", 2), Map.entry("set", 2), Map.entry("write", 2), Map.entry("rw", 3),
			Map.entry("gs", 3), Map.entry("getset", 3), Map.entry("readwrite", 3), Map.entry("ra", 4), Map.entry("wa", 5), Map.entry("rwa", 6));
	private static final Map<String, Integer> METHODS = Map.ofEntries(Map.entry("", 0), Map.entry("-", 0), Map.entry("n", 0), Map.entry("no", 0), Map.entry("none", 0), Map.entry("x", 1),
			Map.entry("a", 1), Map.entry("c", 1), Map.entry("action", 1), Map.entry("call", 1), Map.entry("execute", 1), Map.entry("xa", 2));

	private CellRight() {
	}

	/** Reads a cell; nothing: it is no right. */
	static Optional<Integer> of(String cell, boolean method) {
		String plain = cell.toLowerCase(Locale.ROOT).replaceAll("[\\s,/+&.]", "");
		return Optional.ofNullable((method ? METHODS : ATTRIBUTES).get(plain));
	}
}
