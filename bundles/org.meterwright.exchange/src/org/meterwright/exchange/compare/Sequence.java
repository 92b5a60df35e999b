// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a list differs from a former one, where each element counts by itself.
 *
 * @param removed   positions in the former list of what is gone
 * @param added     positions in the new list of what is new
 * @param reordered what stayed is in another order
 */
record Sequence(List<Integer> removed, List<Integer> added, boolean reordered) {

	static <T> Sequence of(List<T> left, List<T> right) {
		List<Integer> removed = without(left, right);
		List<Integer> added = without(right, left);
		return new Sequence(removed, added, !drop(left, removed).equals(drop(right, added)));
	}

	/** Lists the positions of what the other list has not got as often. */
	private static <T> List<Integer> without(List<T> list, List<T> other) {
		Map<T, Integer> there = new HashMap<>();
		other.forEach(element -> there.merge(element, 1, Integer::sum));
		List<Integer> missing = new ArrayList<>();
		for (int i = 0; i < list.size(); i++) {
			if (there.merge(list.get(i), -1, Integer::sum) < 0) {
				missing.add(i);
			}
		}
		return missing;
	}

	private static <T> List<T> drop(List<T> list, List<Integer> positions) {
		List<T> rest = new ArrayList<>();
		int next = 0;
		for (int i = 0; i < list.size(); i++) {
			if (next < positions.size() && positions.get(next) == i) {
				next++;
			} else {
				rest.add(list.get(i));
			}
		}
		return rest;
	}
}
