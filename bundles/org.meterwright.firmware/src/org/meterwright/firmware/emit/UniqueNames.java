// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.HashSet;
import java.util.Set;

/** Gives each name once: a second one gets a number. */
final class UniqueNames {
	private final Set<String> taken = new HashSet<>();

	String of(String wish) {
		String name = wish;
		for (int number = 2; !taken.add(name); number++) {
			name = "%s_%d".formatted(wish, number);
		}
		return name;
	}
}
