// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the object that another one is like: of the same class, earlier in the text, written in full, and with lines that the other has too,
 * so that only what differs needs writing. Short bodies are written out: a reader sees at once what they say.
 */
final class Likeness {
	/** How an object's block is written. */
	record Told(String like, List<String> lines) {
	}

	private record Base(String name, Map<String, String> lines, List<String> fixed) {
	}

	private static final int WIDTH = 130;
	/** So many lines have to be saved, counted as they stand in the text. */
	private static final int WORTH = 3;

	/** So many lines at least are alike where one is not: a reader looks them up. */
	private static final int ENOUGH = 2;

	private final Map<String, List<Base>> bases = new HashMap<>();

	/**
	 * Decides how to write an object.
	 *
	 * @param kind  class and version
	 * @param name  name by which others can be like it; empty: they cannot
	 * @param lines lines of its block
	 */
	Told tell(String kind, String name, List<String> lines) {
		Map<String, String> byKey = new HashMap<>();
		List<String> fixed = new ArrayList<>();
		for (String line : lines) {
			if (line.startsWith("script ") || line.startsWith("key ")) {
				fixed.add(line);
			} else {
				byKey.put(key(line), line);
			}
		}
		List<Base> known = bases.computeIfAbsent(kind, key -> new ArrayList<>());
		Base best = null;
		int saved = WORTH - 1;
		for (Base base : known) {
			int worth = worth(base, byKey, fixed);
			if (worth > saved) {
				best = base;
				saved = worth;
			}
		}
		if (best == null) {
			if (!name.isEmpty() && !lines.isEmpty()) {
				known.add(new Base(name, byKey, fixed));
			}
			return new Told("", lines);
		}
		Set<String> shared = new HashSet<>(best.lines().values());
		shared.addAll(best.fixed());
		return new Told(" like %s".formatted(best.name()), lines.stream().filter(line -> !shared.contains(line)).toList());
	}

	/** Returns the word that a line begins with: what it is about. */
	static String key(String line) {
		int end = 0;
		while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_' || line.charAt(end) == '-')) {
			end++;
		}
		return line.substring(0, end);
	}

	/** Counts the lines that being like an object saves; less than nothing: it cannot be, or most would have to be said otherwise. */
	private static int worth(Base base, Map<String, String> lines, List<String> fixed) {
		if (!lines.keySet().containsAll(base.lines().keySet()) || !base.fixed().isEmpty() && !base.fixed().equals(fixed)) {
			return -1;
		}
		int shared = base.fixed().size();
		int own = fixed.size() - base.fixed().size();
		for (Map.Entry<String, String> line : lines.entrySet()) {
			if (line.getValue().equals(base.lines().get(line.getKey()))) {
				shared += 1 + line.getValue().length() / WIDTH;
			} else {
				own++;
			}
		}
		return own > 0 && shared < ENOUGH + own - 1 ? -1 : block(shared + own) - block(own);
	}

	/** Counts the lines that a block takes: one thing stands on the line of its head. */
	private static int block(int lines) {
		return lines < 2 ? 1 : lines + 2;
	}
}
