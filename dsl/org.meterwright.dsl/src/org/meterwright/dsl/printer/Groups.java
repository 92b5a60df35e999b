// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds targets that several associations treat alike, and makes groups of them, so that associations stay short. */
final class Groups {
	private static final int SMALLEST = 3;

	private record Place(AssociationText association, RightsLine line) {
	}

	private final Map<String, List<String>> groups = new LinkedHashMap<>();
	private final Map<RightsLine, Map<String, String>> replaced = new IdentityHashMap<>();

	Groups(List<AssociationText> associations, Set<String> taken) {
		List<Place> lines = associations.stream().flatMap(association -> association.rights().stream().map(line -> new Place(association, line))).toList();
		Map<String, List<Integer>> numbers = new LinkedHashMap<>();
		for (int i = 0; i < lines.size(); i++) {
			int number = i;
			lines.get(i).line().singles().forEach(target -> numbers.computeIfAbsent(target, key -> new ArrayList<>()).add(number));
		}
		Map<List<Integer>, List<String>> alike = new LinkedHashMap<>();
		numbers.forEach((target, at) -> alike.computeIfAbsent(at, key -> new ArrayList<>()).add(target));
		alike.forEach((at, targets) -> {
			if (at.size() > 1 && targets.size() >= SMALLEST) {
				add(at.stream().map(lines::get).toList(), targets, taken);
			}
		});
	}

	private void add(List<Place> places, List<String> targets, Set<String> taken) {
		String wanted = name(places, taken);
		String name = wanted;
		for (int i = 2; !taken.add(name); i++) {
			name = "%s%d".formatted(wanted, i);
		}
		groups.put(name, targets);
		for (Place place : places) {
			Map<String, String> names = replaced.computeIfAbsent(place.line(), key -> new HashMap<>());
			for (String target : targets) {
				names.put(target, name);
			}
		}
	}

	/** Names a group by what it is for; the second of a kind by whose it is too. */
	private static String name(List<Place> places, Set<String> taken) {
		String head = places.getFirst().line().head();
		String what = head.startsWith("deny") ? "hidden" : head.contains("call") ? "commands" : head.contains("write") ? "settings" : "readings";
		List<String> names = places.stream().map(place -> place.association().association().getName()).distinct().map(Groups::capital).toList();
		return !taken.contains(what) ? what : names.size() > 3 ? "%sOfSeveral".formatted(what) : "%sOf%s".formatted(what, String.join("And", names));
	}

	private static String capital(String name) {
		return "%s%s".formatted(Character.toUpperCase(name.charAt(0)), name.substring(1));
	}

	/** Returns the lines that declare the groups. */
	List<String> declarations() {
		return groups.entrySet().stream().map(group -> "group %s = %s".formatted(group.getKey(), String.join(", ", group.getValue()))).toList();
	}

	/** Returns by line the groups that stand for targets. */
	Map<RightsLine, Map<String, String>> replaced() {
		return replaced;
	}
}
