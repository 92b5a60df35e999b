// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.arrows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which room may know which: the project's own rooms, and the frameworks that only some of them may touch. */
final class Arrows {
	private static final String PREFIX = "org.meterwright.";
	private static final String TESTS = ".tests";

	/** The arrows from each room; what a room reaches through another is allowed too. */
	private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
			Map.entry("cosem", Set.of()),
			Map.entry("random", Set.of("cosem")),
			Map.entry("library", Set.of()),
			Map.entry("rules", Set.of("cosem")),
			Map.entry("firmware", Set.of("cosem")),
			Map.entry("exchange", Set.of("cosem")),
			Map.entry("scenario", Set.of("firmware")),
			Map.entry("dsl", Set.of("library", "rules", "firmware", "scenario", "exchange")),
			Map.entry("dsl.ide", Set.of("dsl")),
			Map.entry("cli", Set.of("dsl.ide")),
			Map.entry("cli.app", Set.of("cli")),
			Map.entry("workbench.text", Set.of("dsl.ide")),
			Map.entry("views", Set.of("dsl.ide")),
			Map.entry("workbench", Set.of("workbench.text", "views")),
			Map.entry("product", Set.of("workbench")),
			Map.entry("meter", Set.of()));

	/** Rooms that make what tests need, such as a program that they start: any test may use them, nothing else may. */
	private static final Set<String> FOR_TESTS = Set.of("random", "meter");

	/** Names of frameworks, and the rooms that may touch them. */
	private static final Map<String, Set<String>> FRAMEWORKS = Map.of(
			"org.eclipse.ui", Set.of("workbench", "workbench.text"),
			"org.eclipse.swt", Set.of("workbench", "workbench.text"),
			"org.eclipse.jface", Set.of("workbench", "workbench.text"),
			"org.eclipse.core.resources", Set.of("workbench", "workbench.text"),
			"org.eclipse.xtext", Set.of("dsl", "dsl.ide", "cli", "cli.app", "views", "workbench", "workbench.text"),
			"org.eclipse.nebula", Set.of("workbench"),
			"org.eclipse.elk", Set.of("views"),
			"org.eclipse.lsp4j", Set.of("dsl.ide", "cli", "cli.app", "workbench", "workbench.text"),
			"picocli", Set.of("cli", "cli.app"),
			"gurux", Set.of("meter"));

	private Arrows() {
	}

	/** Give one sentence for each use of a room or framework that no arrow allows. */
	static List<String> violations(List<Room> rooms) {
		return rooms.stream().flatMap(room -> room.uses().stream().filter(use -> !isForTests(room.name(), use.name()) && !isAllowed(base(room.name()), use.name()))
				.map(use -> "%s: %s may not use %s".formatted(use.place(), room.name(), use.name()))).sorted().toList();
	}

	/** Tell whether the room, named with or without the project's prefix, is in the list. */
	static boolean knows(String room) {
		return ROOMS.containsKey(base(room));
	}

	private static boolean isForTests(String room, String used) {
		return room.endsWith(TESTS) && used.startsWith(PREFIX) && FOR_TESTS.contains(roomOf(used.substring(PREFIX.length())));
	}

	private static boolean isAllowed(String room, String used) {
		if (used.startsWith(PREFIX)) {
			String other = roomOf(used.substring(PREFIX.length()));
			return other.equals(room) || reachable(room).contains(other);
		}
		return FRAMEWORKS.entrySet().stream().filter(framework -> isWithin(used, framework.getKey()))
				.allMatch(framework -> framework.getValue().contains(room));
	}

	/** Find the room that a bundle, module or package belongs to: the longest name that it begins with. */
	private static String roomOf(String name) {
		return ROOMS.keySet().stream().filter(room -> isWithin(name, room)).max((a, b) -> Integer.compare(a.length(), b.length())).orElse(name);
	}

	private static boolean isWithin(String name, String outer) {
		return name.equals(outer) || name.startsWith(outer + ".");
	}

	private static Set<String> reachable(String room) {
		Set<String> seen = new HashSet<>();
		collect(room, seen);
		return seen;
	}

	private static void collect(String room, Set<String> seen) {
		for (String next : ROOMS.getOrDefault(room, Set.of())) {
			if (seen.add(next)) {
				collect(next, seen);
			}
		}
	}

	private static String base(String room) {
		String name = room.startsWith(PREFIX) ? room.substring(PREFIX.length()) : room;
		return name.endsWith(TESTS) ? name.substring(0, name.length() - TESTS.length()) : name;
	}
}
