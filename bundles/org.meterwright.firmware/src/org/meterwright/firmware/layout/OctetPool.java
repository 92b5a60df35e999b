// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.FirmwareException;

/**
 * Octet strings in one array, each of them once: equal strings and strings inside longer ones share their octets. Offsets are counted in
 * units of a power of two that is larger than 1 only where 16 bits would not reach.
 */
final class OctetPool {
	private static final int REACH = 0xFFF0;
	private static final int MOST_SHIFT = 8;
	/** Numbers of first octets by which places are found: the largest that a string has decides. */
	private static final int[] LENGTHS = { 1, 2, 3, 5, 8 };

	private final String name;
	private final Set<Bytes> wanted = new LinkedHashSet<>();
	private final Map<Bytes, Integer> offsets = new HashMap<>();
	private final Windows[] places = new Windows[LENGTHS.length];
	private byte[] octets = new byte[256];
	private int length;
	private int shift;

	OctetPool(String name) {
		this.name = name;
		Arrays.setAll(places, i -> new Windows());
	}

	/** Asks for octets to be in the pool. */
	Bytes add(Bytes octets) {
		wanted.add(octets);
		return octets;
	}

	/** Places everything that was asked for: longest first, so that shorter strings are found inside. */
	void place() {
		List<Bytes> sorted = wanted.stream().sorted(Comparator.comparingInt(Bytes::length).reversed().thenComparing(Comparator.naturalOrder())).toList();
		for (shift = 0; shift <= MOST_SHIFT; shift++) {
			clear();
			sorted.forEach(this::place);
			if (length >> shift <= REACH) {
				return;
			}
		}
		throw new FirmwareException(Text.of("the %s take %d octets, more than tables can reach", name, length));
	}

	private void clear() {
		length = 0;
		offsets.clear();
		for (Windows windows : places) {
			windows.clear();
		}
	}

	private void place(Bytes wish) {
		int at = find(wish);
		offsets.put(wish, at < 0 ? append(wish) : at);
	}

	private int find(Bytes wish) {
		if (wish.length() == 0) {
			return length == 0 ? -1 : 0;
		}
		int window = LENGTHS.length - 1;
		while (LENGTHS[window] > wish.length()) {
			window--;
		}
		for (int place = places[window].first(wish.number(LENGTHS[window])); place >= 0; place = places[window].after(place)) {
			if (place + wish.length() <= length && wish.isAt(octets, place)) {
				return place;
			}
		}
		return -1;
	}

	private int append(Bytes wish) {
		int at = NativeForm.align(length, 1 << shift);
		octets = at + wish.length() > octets.length ? Arrays.copyOf(octets, 2 * (at + wish.length())) : octets;
		Arrays.fill(octets, length, at, (byte) 0);
		wish.copyTo(octets, at);
		int before = length;
		length = at + wish.length();
		for (int window = 0; window < LENGTHS.length; window++) {
			remember(window, Math.max(0, before - LENGTHS[window] + 1));
		}
		return at;
	}

	/** Remembers the places whose first octets are there now and were not before. */
	private void remember(int window, int from) {
		for (int place = NativeForm.align(from, 1 << shift); place + LENGTHS[window] <= length; place += 1 << shift) {
			long key = 0;
			for (int i = 0; i < LENGTHS[window]; i++) {
				key = key << 8 | octets[place + i] & 0xFF;
			}
			places[window].add(key, place);
		}
	}

	/** Returns the offset of octets in units. */
	int offset(Bytes octets) {
		return offsets.get(octets) >> shift;
	}

	/** Returns the power of two that offsets are multiplied by. */
	int shift() {
		return shift;
	}

	/** Returns the octets placed. */
	Bytes bytes() {
		return Bytes.of(octets, 0, length);
	}
}
