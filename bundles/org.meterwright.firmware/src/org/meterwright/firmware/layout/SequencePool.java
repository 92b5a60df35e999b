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

import org.meterwright.firmware.FirmwareException;

/** Sequences of rows in one table, each of them once: equal sequences and sequences inside longer ones share their rows. */
final class SequencePool<T> {
	private static final int MOST_ROWS = 0xFFF0;
	/** Places are found by up to so many first rows. */
	private static final int LONGEST = 4;

	private final String name;
	private final Set<List<T>> wanted = new LinkedHashSet<>();
	private final Map<List<T>, Integer> offsets = new HashMap<>();
	private final Windows[] places = new Windows[LONGEST];
	private final List<T> rows = new ArrayList<>();

	SequencePool(String name) {
		this.name = name;
		Arrays.setAll(places, i -> new Windows());
	}

	/** Asks for a sequence to be in the table. */
	void add(List<T> sequence) {
		wanted.add(sequence);
	}

	/** Places everything that was asked for: longest first. */
	void place() {
		wanted.stream().sorted(Comparator.comparingInt((List<T> sequence) -> -sequence.size())).forEach(this::place);
		if (rows.size() > MOST_ROWS) {
			throw new FirmwareException(Text.of("the meter needs %d %s; tables hold at most %d", rows.size(), name, MOST_ROWS));
		}
	}

	private void place(List<T> sequence) {
		int at = find(sequence);
		offsets.put(sequence, at < 0 ? append(sequence) : at);
	}

	private int find(List<T> sequence) {
		if (sequence.isEmpty()) {
			return 0;
		}
		int window = Math.min(LONGEST, sequence.size());
		for (int place = places[window - 1].first(key(sequence, 0, window)); place >= 0; place = places[window - 1].after(place)) {
			if (place + sequence.size() <= rows.size() && rows.subList(place, place + sequence.size()).equals(sequence)) {
				return place;
			}
		}
		return -1;
	}

	private long key(List<T> sequence, int from, int count) {
		long key = 0;
		for (int i = from; i < from + count; i++) {
			key = 31 * key + sequence.get(i).hashCode();
		}
		return key;
	}

	private int append(List<T> sequence) {
		int at = rows.size();
		rows.addAll(sequence);
		for (int window = 1; window <= LONGEST; window++) {
			for (int place = Math.max(0, at - window + 1); place + window <= rows.size(); place++) {
				places[window - 1].add(key(rows, place, window), place);
			}
		}
		return at;
	}

	/** Returns where a sequence begins. */
	int offset(List<T> sequence) {
		return offsets.get(sequence);
	}

	/** Returns the rows placed. */
	List<T> rows() {
		return List.copyOf(rows);
	}
}
