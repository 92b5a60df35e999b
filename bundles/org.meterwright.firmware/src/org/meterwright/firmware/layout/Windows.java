// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Remembers at which places of a growing array equal beginnings stand, in ascending order. */
final class Windows {
	private static final int NONE = -1;

	private record Chain(int first, int last) {
	}

	private final Map<Long, Chain> chains = new HashMap<>();
	private int[] next = new int[256];

	void clear() {
		chains.clear();
	}

	/** Appends a place to those of a key; places come in ascending order. */
	void add(long key, int place) {
		if (place >= next.length) {
			next = Arrays.copyOf(next, Math.max(place + 1, 2 * next.length));
		}
		next[place] = NONE;
		chains.merge(key, new Chain(place, place), (known, added) -> {
			next[known.last()] = place;
			return new Chain(known.first(), place);
		});
	}

	/** Returns the first place of a key; -1 when there is none. */
	int first(long key) {
		Chain chain = chains.get(key);
		return chain == null ? NONE : chain.first();
	}

	/** Returns the place of the same key behind another; -1 when there is none. */
	int after(int place) {
		return next[place];
	}
}
