// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.values;

import java.util.Set;
import java.util.regex.Pattern;

/** Writes names and texts so that they are read back as they are. */
public final class Words {
	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(-[A-Za-z0-9]+)*");

	private final Set<String> keywords;

	/** Takes the keywords of the language. */
	public Words(Set<String> keywords) {
		this.keywords = Set.copyOf(keywords);
	}

	/** Tells whether a text can be a name. */
	public static boolean isName(String text) {
		return NAME.matcher(text).matches();
	}

	/** Writes a name that stands first: keywords get ^ in front, and so does what looks like one. */
	public String name(String name) {
		int bracket = name.indexOf('[');
		String base = bracket < 0 ? name : name.substring(0, bracket);
		return keywords.contains(base) ? "^%s".formatted(name) : name;
	}

	/** Writes a text in quotes. */
	public static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (char c : text.toCharArray()) {
			switch (c) {
				case '"' -> quoted.append("\\\"");
				case '\\' -> quoted.append("\\\\");
				case '\n' -> quoted.append("\\n");
				case '\r' -> quoted.append("\\r");
				case '\t' -> quoted.append("\\t");
				default -> quoted.append(c < 0x20 || c == 0x7F ? "\\u%04x".formatted((int) c) : String.valueOf(c));
			}
		}
		return quoted.append('"').toString();
	}
}
