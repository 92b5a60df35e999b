// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.HashSet;
import java.util.Set;

import org.meterwright.firmware.layout.Text;

/** Gives each name once: a second one gets a number. */
final class UniqueNames {
	private final Set<String> taken = new HashSet<>();

	String of(String wish) {
		String name = wish;
		for (int number = 2; !taken.add(name); number++) {
			name = Text.of("%s_%d", wish, number);
		}
		return name;
	}
}
