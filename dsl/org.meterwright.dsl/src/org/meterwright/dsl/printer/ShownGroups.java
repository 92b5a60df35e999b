// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds runs of objects that several associations show in the same order, and makes groups of them, so that no list is written twice. */
final class ShownGroups {
	/** Shorter runs are written out. */
	private static final int SHORTEST = 6;
	private static final int MOST_GROUPS = 16;

	private record Run(List<AssociationText> associations, List<String> names) {
	}

	private final Map<AssociationText, List<String>> lists = new LinkedHashMap<>();
	private final Map<String, List<String>> groups = new LinkedHashMap<>();

	/**
	 * Finds groups.
	 *
	 * @param associations associations of one device
	 * @param taken        names that groups must not have
	 */
	ShownGroups(List<AssociationText> associations, Set<String> taken) {
		associations.forEach(association -> lists.put(association, association.shown()));
		for (int i = 0; i < MOST_GROUPS; i++) {
			Run run = longest();
			if (run.names().size() < SHORTEST) {
				return;
			}
			replace(run, name(run, associations.size(), taken));
		}
	}

	/** Returns the names that an association shows, groups among them. */
	List<String> shown(AssociationText association) {
		return lists.get(association);
	}

	/** Returns the lines that declare the groups. */
	List<String> declarations() {
		return groups.entrySet().stream().map(group -> "group %s = %s".formatted(group.getKey(), String.join(", ", group.getValue()))).toList();
	}

	private Run longest() {
		List<AssociationText> all = List.copyOf(lists.keySet());
		Run best = new Run(List.of(), List.of());
		for (int i = 0; i < all.size(); i++) {
			for (int j = i + 1; j < all.size(); j++) {
				List<String> run = longest(lists.get(all.get(i)), lists.get(all.get(j)));
				if (run.size() > best.names().size()) {
					best = new Run(List.of(all.get(i), all.get(j)), run);
				}
			}
		}
		List<String> names = best.names();
		return names.isEmpty() ? best : new Run(all.stream().filter(each -> position(lists.get(each), names) >= 0).toList(), names);
	}

	/** Finds the longest run of names that stand in both lists; each name stands once in a list. */
	private List<String> longest(List<String> left, List<String> right) {
		Map<String, Integer> positions = new HashMap<>();
		for (int i = 0; i < right.size(); i++) {
			positions.put(right.get(i), i);
		}
		int bestStart = 0;
		int bestLength = 0;
		int length = 0;
		for (int i = 0; i < left.size(); i++) {
			Integer here = groups.containsKey(left.get(i)) ? null : positions.get(left.get(i));
			boolean follows = here != null && length > 0 && here.equals(positions.get(left.get(i - 1)) + 1);
			length = here == null ? 0 : follows ? length + 1 : 1;
			if (length > bestLength) {
				bestLength = length;
				bestStart = i - length + 1;
			}
		}
		return List.copyOf(left.subList(bestStart, bestStart + bestLength));
	}

	private static int position(List<String> list, List<String> run) {
		int at = list.indexOf(run.getFirst());
		return at >= 0 && at + run.size() <= list.size() && list.subList(at, at + run.size()).equals(run) ? at : -1;
	}

	private void replace(Run run, String name) {
		groups.put(name, run.names());
		for (AssociationText association : run.associations()) {
			List<String> list = new ArrayList<>(lists.get(association));
			int at = position(list, run.names());
			list.subList(at, at + run.names().size()).clear();
			list.add(at, name);
			lists.put(association, list);
		}
	}

	private static String name(Run run, int all, Set<String> taken) {
		List<String> names = run.associations().stream().map(each -> each.association().getName()).map(name -> "%s%s".formatted(Character.toUpperCase(name.charAt(0)), name.substring(1))).toList();
		String wanted = names.size() == all ? "shownToAll" : names.size() > 3 ? "shownToSeveral" : "shownTo%s".formatted(String.join("And", names));
		String name = wanted;
		for (int i = 2; !taken.add(name); i++) {
			name = "%s%d".formatted(wanted, i);
		}
		return name;
	}
}
