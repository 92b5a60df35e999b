// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.obis.GroupValues;

/** Patterns of logical names: {@code 1-{0..64}:1.8.{rate}*x}. */
final class ObisPattern {
	private static final Pattern SPLIT = Pattern.compile("[-:.*](?![^{]*\\})");
	private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");
	private static final Pattern NAME = Pattern.compile("\\{(\\^?[A-Za-z_][A-Za-z_0-9-]*)\\}");
	private static final int LAST = 255;

	private ObisPattern() {
	}

	/**
	 * Reads a pattern.
	 *
	 * @param media  name of the group whose values group A takes
	 * @param groups the values of a named group
	 * @throws IllegalArgumentException with one sentence that says what is wrong
	 */
	static List<GroupValues> read(String text, Optional<String> media, Function<String, GroupValues> groups) {
		List<GroupValues> values = new ArrayList<>(6);
		for (String part : SPLIT.split(text)) {
			values.add(group(part, groups));
		}
		if (media.isPresent()) {
			GroupValues all = groups.apply(media.get());
			if (!all.meets(values.getFirst())) {
				throw new IllegalArgumentException("%s is not in obis group %s, which of names".formatted(values.getFirst(), media.get()));
			}
			values.set(0, all);
		}
		return values;
	}

	private static GroupValues group(String part, Function<String, GroupValues> groups) {
		if (part.equals("x")) {
			return GroupValues.any();
		}
		if (!part.startsWith("{")) {
			return range(part);
		}
		Matcher name = NAME.matcher(part);
		if (name.matches()) {
			return groups.apply(name.group(1).replace("^", ""));
		}
		GroupValues values = null;
		for (String each : part.substring(1, part.length() - 1).split(",")) {
			GroupValues range = range(each);
			values = values == null ? range : values.or(range);
		}
		return values;
	}

	private static GroupValues range(String text) {
		Matcher m = RANGE.matcher(text);
		if (!m.matches()) {
			throw new IllegalArgumentException("{%s} is no value of a pattern; write a number, a range as in {1..9}, or the name of an obis group".formatted(text));
		}
		int lower = bound(m.group(1));
		int upper = m.group(2) == null ? lower : bound(m.group(2));
		if (upper < lower) {
			throw new IllegalArgumentException("the range %s is empty; write the lower value first".formatted(text));
		}
		return GroupValues.range(lower, upper);
	}

	private static int bound(String digits) {
		int value = Integer.parseInt(digits);
		if (value > LAST) {
			throw new IllegalArgumentException("%s is no value of a value group; it is 0 to 255".formatted(digits));
		}
		return value;
	}
}
