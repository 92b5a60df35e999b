// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
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
	private static final int HASHED = 3;

	private final String name;
	private final Set<Bytes> wanted = new LinkedHashSet<>();
	private final Map<Bytes, Integer> offsets = new HashMap<>();
	private final Map<Integer, List<Integer>> places = new HashMap<>();
	private byte[] octets = new byte[256];
	private int length;
	private int shift;

	OctetPool(String name) {
		this.name = name;
	}

	/** Asks for octets to be in the pool. */
	Bytes add(Bytes octets) {
		wanted.add(octets);
		return octets;
	}

	/** Places everything that was asked for: longest first, so that shorter strings are found inside. */
	void place() {
		List<Bytes> sorted = wanted.stream().sorted(Comparator.comparingInt(Bytes::length).reversed().thenComparing(Bytes::hex)).toList();
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
		places.clear();
	}

	private void place(Bytes wish) {
		int at = find(wish);
		offsets.put(wish, at < 0 ? append(wish) : at);
	}

	private int find(Bytes wish) {
		for (int place : places.getOrDefault(hash(wish.toArray(), 0, wish.length()), List.of())) {
			if (place + wish.length() <= length && Arrays.equals(octets, place, place + wish.length(), wish.toArray(), 0, wish.length())) {
				return place;
			}
		}
		return -1;
	}

	private int append(Bytes wish) {
		int at = NativeForm.align(length, 1 << shift);
		octets = at + wish.length() > octets.length ? Arrays.copyOf(octets, 2 * (at + wish.length())) : octets;
		Arrays.fill(octets, length, at, (byte) 0);
		System.arraycopy(wish.toArray(), 0, octets, at, wish.length());
		int from = Math.max(0, length - HASHED + 1);
		length = at + wish.length();
		for (int place = from; place < length; place++) {
			remember(place);
		}
		return at;
	}

	private void remember(int place) {
		if ((place & (1 << shift) - 1) != 0) {
			return;
		}
		for (int known = 0; known <= HASHED; known++) {
			if (place + known <= length) {
				List<Integer> same = places.computeIfAbsent(hash(octets, place, known), key -> new ArrayList<>());
				if (same.isEmpty() || same.getLast() != place) {
					same.add(place);
				}
			}
		}
	}

	/** Hashes the first octets; strings of different short lengths never meet. */
	private static int hash(byte[] from, int at, int available) {
		int count = Math.min(available, HASHED);
		int hash = count;
		for (int i = 0; i < count; i++) {
			hash = hash << 8 | from[at + i] & 0xFF;
		}
		return hash;
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
		return Bytes.of(Arrays.copyOf(octets, length));
	}
}
