// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.arrows;

import java.util.List;

/** Blank out the texts and comments of Java source, keeping every line where it is. */
final class CodeOnly {
	/** How texts and comments begin and end; the first that fits counts. */
	private static final List<Span> SPANS = List.of(
			new Span("\"\"\"", "\"\"\"", true), new Span("\"", "\"", true), new Span("'", "'", true), new Span("//", "\n", false),
			new Span("/*", "*/", false));

	private record Span(String begin, String end, boolean hasEscapes) {

		int endAfter(String source, int start) {
			int at = start + begin.length();
			while (at < source.length() && !source.startsWith(end, at)) {
				at += hasEscapes && source.charAt(at) == '\\' ? 2 : 1;
			}
			return Math.min(at + end.length(), source.length());
		}
	}

	private CodeOnly() {
	}

	static String of(String source) {
		StringBuilder code = new StringBuilder(source.length());
		int at = 0;
		while (at < source.length()) {
			char c = source.charAt(at);
			int end = c == '"' || c == '\'' || c == '/' ? endOfSpan(source, at) : at;
			if (end == at) {
				code.append(c);
				at++;
			} else {
				source.substring(at, end).chars().forEach(hidden -> code.append(hidden == '\n' ? '\n' : ' '));
				at = end;
			}
		}
		return code.toString();
	}

	private static int endOfSpan(String source, int start) {
		return SPANS.stream().filter(span -> source.startsWith(span.begin(), start)).findFirst()
				.map(span -> span.endAfter(source, start)).orElse(start);
	}
}
