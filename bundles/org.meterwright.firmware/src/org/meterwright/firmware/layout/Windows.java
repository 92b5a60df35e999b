// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.Arrays;

/** Remembers at which places of a growing array equal beginnings stand, in ascending order. */
final class Windows {
	private static final int NONE = -1;
	private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

	/** A table that is at most half full: key, first and last place of each chain; a slot without first place is free. */
	private long[] keys = new long[512];
	private int[] firsts = slots(512);
	private int[] lasts = new int[512];
	private int used;
	private int[] next = new int[256];

	private static int[] slots(int size) {
		int[] slots = new int[size];
		Arrays.fill(slots, NONE);
		return slots;
	}

	void clear() {
		Arrays.fill(firsts, NONE);
		used = 0;
	}

	/** Appends a place to those of a key; places come in ascending order. */
	void add(long key, int place) {
		if (place >= next.length) {
			next = Arrays.copyOf(next, Math.max(place + 1, 2 * next.length));
		}
		next[place] = NONE;
		int slot = slot(key);
		if (firsts[slot] == NONE) {
			keys[slot] = key;
			firsts[slot] = place;
			used++;
		} else {
			next[lasts[slot]] = place;
		}
		lasts[slot] = place;
		if (2 * used > keys.length) {
			grow();
		}
	}

	private int slot(long key) {
		int mask = keys.length - 1;
		int slot = (int) (key * SPREAD >>> 32) & mask;
		while (firsts[slot] != NONE && keys[slot] != key) {
			slot = slot + 1 & mask;
		}
		return slot;
	}

	private void grow() {
		long[] oldKeys = keys;
		int[] oldFirsts = firsts;
		int[] oldLasts = lasts;
		keys = new long[2 * oldKeys.length];
		firsts = slots(keys.length);
		lasts = new int[keys.length];
		for (int i = 0; i < oldKeys.length; i++) {
			if (oldFirsts[i] != NONE) {
				int slot = slot(oldKeys[i]);
				keys[slot] = oldKeys[i];
				firsts[slot] = oldFirsts[i];
				lasts[slot] = oldLasts[i];
			}
		}
	}

	/** Returns the first place of a key; -1 when there is none. */
	int first(long key) {
		return firsts[slot(key)];
	}

	/** Returns the place of the same key behind another; -1 when there is none. */
	int after(int place) {
		return next[place];
	}
}
