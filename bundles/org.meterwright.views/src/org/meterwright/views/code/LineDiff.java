// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two texts line by line. What is alike at both ends is set aside; between, lines are matched in order by what they say, which for rows of
 * tables is what a person would do.
 *
 * @param added   lines of the new text that the former one does not have there, from 0
 * @param removed number of lines of the former text that the new one does not have there
 */
record LineDiff(List<Integer> added, int removed) {

	static LineDiff of(String before, String after) {
		List<String> old = before.isEmpty() ? List.of() : before.lines().toList();
		List<String> now = after.lines().toList();
		int head = 0;
		while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
			head++;
		}
		int tail = 0;
		while (tail < old.size() - head && tail < now.size() - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
			tail++;
		}
		return between(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), head);
	}

	private static LineDiff between(List<String> old, List<String> now, int head) {
		Map<String, List<Integer>> places = new HashMap<>();
		for (int i = 0; i < old.size(); i++) {
			places.computeIfAbsent(old.get(i), key -> new ArrayList<>(1)).add(i);
		}
		List<Integer> added = new ArrayList<>();
		int matched = 0;
		int from = 0;
		for (int i = 0; i < now.size(); i++) {
			int least = from;
			int place = places.getOrDefault(now.get(i), List.of()).stream().filter(at -> at >= least).findFirst().orElse(-1);
			if (place < 0 || place - from > Math.max(40, old.size() / 4)) {
				added.add(head + i);
			} else {
				from = place + 1;
				matched++;
			}
		}
		return new LineDiff(added, old.size() - matched);
	}
}
