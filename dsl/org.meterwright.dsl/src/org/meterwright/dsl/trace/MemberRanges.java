// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes members of a family that follow one another as a range: {@code rate[1..8].value}. */
final class MemberRanges {
	private static final Pattern MEMBER = Pattern.compile("(.*)\\[(\\d+)](.*)");

	private MemberRanges() {
	}

	static String of(List<String> names) {
		List<String> shortened = new ArrayList<>();
		int at = 0;
		while (at < names.size()) {
			int end = end(names, at);
			shortened.add(end - at < 2 ? names.get(at) : range(names.get(at), names.get(end - 1)));
			at = end;
		}
		return String.join(", ", shortened);
	}

	/** Finds the end of the run of members that begins somewhere. */
	private static int end(List<String> names, int begin) {
		Matcher first = MEMBER.matcher(names.get(begin));
		int end = begin + 1;
		while (first.matches() && end < names.size()
				&& names.get(end).equals("%s[%d]%s".formatted(first.group(1), Integer.parseInt(first.group(2)) + end - begin, first.group(3)))) {
			end++;
		}
		return end;
	}

	private static String range(String first, String last) {
		Matcher from = MEMBER.matcher(first);
		Matcher to = MEMBER.matcher(last);
		return from.matches() && to.matches() ? "%s[%s..%s]%s".formatted(from.group(1), from.group(2), to.group(2), from.group(3)) : first;
	}
}
