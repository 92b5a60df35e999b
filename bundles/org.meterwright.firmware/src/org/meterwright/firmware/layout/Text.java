// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.Locale;

/** Formats text for generated files: the same in every locale, and fast for patterns of plain {@code %s} and {@code %d}. */
public final class Text {
	private Text() {
	}

	/** Formats as {@link String#format(Locale, String, Object...)} does in the root locale. */
	public static String of(String pattern, Object... arguments) {
		StringBuilder out = new StringBuilder(pattern.length() + 16 * arguments.length);
		int next = 0;
		for (int i = 0; i < pattern.length(); i++) {
			char c = pattern.charAt(i);
			if (c != '%') {
				out.append(c);
				continue;
			}
			char kind = i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
			if (kind != 's' && kind != 'd') {
				return String.format(Locale.ROOT, pattern, arguments);
			}
			out.append(arguments[next++]);
			i++;
		}
		return out.toString();
	}
}
