// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.util.Set;
import java.util.stream.IntStream;

/** Numbers that nobody has. */
final class Numbers {
	private Numbers() {
	}

	/** Takes the first number from a given one that nobody has. */
	static int take(Set<Integer> taken, int from) {
		int free = free(taken, from);
		taken.add(free);
		return free;
	}

	static int free(Set<Integer> taken, int from) {
		return IntStream.iterate(from, n -> n + 1).filter(n -> !taken.contains(n)).findFirst().orElseThrow();
	}
}
