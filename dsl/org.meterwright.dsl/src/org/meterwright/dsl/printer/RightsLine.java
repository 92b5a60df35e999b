// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A grant or deny line.
 *
 * @param head     {@code grant read, write on}
 * @param everies  targets that name classes
 * @param singles  targets that name objects
 * @param excepted what is left out
 * @param tail     selectors and protection, with a space in front
 */
record RightsLine(String head, List<String> everies, List<String> singles, List<String> excepted, String tail) {
	RightsLine {
		everies = List.copyOf(everies);
		singles = List.copyOf(singles);
		excepted = List.copyOf(excepted);
	}

	/** Writes the line; targets that are in a group give way to the group's name. */
	String text(Map<String, String> groups) {
		List<String> targets = new ArrayList<>(everies);
		for (String single : singles) {
			String target = groups.getOrDefault(single, single);
			if (!targets.contains(target)) {
				targets.add(target);
			}
		}
		return "%s %s%s%s".formatted(head, String.join(", ", targets), excepted.isEmpty() ? "" : " except %s".formatted(String.join(", ", excepted)), tail);
	}
}
