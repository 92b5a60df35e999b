// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template with places to fill: {@code ${1:name}} is the first, {@code $0} where the cursor goes at the end. A number that stands twice is filled
 * in both places at once.
 *
 * @param text   the text with what stands in the places at first
 * @param places by number, where they are
 */
record Places(String text, SortedMap<Integer, List<Place>> places) {
	private static final Pattern PLACE = Pattern.compile("\\$(?:(\\d+)|\\{(\\d+)(?::((?:\\\\.|[^}\\\\])*))?\\})");

	/** A place: offset in the text, and number of characters. */
	record Place(int offset, int length) {
	}

	/** Reads a template; each line but the first gets an indentation. */
	static Places of(String template, String indent) {
		Matcher found = PLACE.matcher(template.replace("\n", "\n%s".formatted(indent)));
		StringBuilder text = new StringBuilder();
		SortedMap<Integer, List<Place>> places = new TreeMap<>();
		while (found.find()) {
			found.appendReplacement(text, "");
			String word = found.group(3) == null ? "" : found.group(3).replaceAll("\\\\(.)", "$1");
			int number = Integer.parseInt(found.group(1) == null ? found.group(2) : found.group(1));
			places.computeIfAbsent(number, key -> new ArrayList<>()).add(new Place(text.length(), word.length()));
			text.append(word);
		}
		found.appendTail(text);
		return new Places(text.toString(), places);
	}
}
