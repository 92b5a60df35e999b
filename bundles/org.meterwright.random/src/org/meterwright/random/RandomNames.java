// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random;

import java.util.HashSet;
import java.util.Set;

/** Names that a designer may give, among them keywords of the language, names of attributes, units, types and literals. */
final class RandomNames {
	/** Name of the device at 1. */
	static final String MANAGEMENT = "management";
	private static final String[] ODD = { "meter", "value", "push", "send", "every", "in", "device", "on", "Wh", "suite_1", "connected", "Register", "cosem", "true1", "_",
			"__x", "x", "X", "capture", "script", "like", "version", "to", "nan", "infinity", "enum", "hex", "bits", "null_data", "clock", "last", "newest", "secret", "role", "object_list",
			"reset", "octet", "group", "show", "except", "structure", "with", "selecting", "return", "also" };
	private static final String[] SYLLABLES = { "active", "Import", "tariff", "Log", "voltage", "L1", "Power", "alarm", "Switch", "billing", "_", "a", "Q4", "Max", "count" };

	private final Chance chance;
	private final Set<String> taken = new HashSet<>(Set.of(MANAGEMENT));

	RandomNames(Chance chance) {
		this.chance = chance;
	}

	/** Returns a name that was not given before. */
	String fresh() {
		String name = chance.percent(20) ? chance.one(ODD) : invented();
		while (!taken.add(name)) {
			name = "%s%d".formatted(name, chance.below(100));
		}
		return name;
	}

	/** Returns a name of some syllables, which may have been given before. */
	String invented() {
		StringBuilder name = new StringBuilder();
		for (int i = chance.between(1, 3); i > 0; i--) {
			name.append(chance.one(SYLLABLES));
		}
		return Character.isDigit(name.charAt(0)) ? "n%s".formatted(name) : name.toString();
	}
}
