// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.Locale;

/** Formats text for generated files: the same in every locale, and fast for patterns of plain {@code %s} and {@code %d}. */
public final class Text {
	private Text() {
	}

	/** Formats as {@link String#format(Locale, String, Object...)} does in the root locale. */
	public static String of(String pattern, Object... arguments) {
		return append(new StringBuilder(pattern.length() + 16 * arguments.length), pattern, arguments).toString();
	}

	/** Appends what {@link #of(String, Object...)} returns. */
	public static StringBuilder append(StringBuilder out, String pattern, Object... arguments) {
		int start = out.length();
		int next = 0;
		int done = 0;
		for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', done)) {
			char kind = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
			if (kind != 's' && kind != 'd') {
				out.setLength(start);
				return out.append(String.format(Locale.ROOT, pattern, arguments));
			}
			out.append(pattern, done, at).append(arguments[next++]);
			done = at + 2;
		}
		return out.append(pattern, done, pattern.length());
	}

	/** Appends text and fills up to a width with spaces behind it. */
	public static StringBuilder left(StringBuilder out, String text, int width) {
		return out.append(text).repeat(' ', Math.max(0, width - text.length()));
	}

	/** Appends text and fills up to a width with spaces before it. */
	public static StringBuilder right(StringBuilder out, String text, int width) {
		return out.repeat(' ', Math.max(0, width - text.length())).append(text);
	}
}
