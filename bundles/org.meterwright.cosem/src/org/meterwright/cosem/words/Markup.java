// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

/** Plain text inside HTML and XML: in elements and in values of attributes between double quotes. */
public final class Markup {
	private Markup() {
	}

	/** Returns a text for an element or an attribute. What XML 1.0 cannot hold becomes a space; line ends stay. */
	public static String text(String plain) {
		return escape(plain, false);
	}

	/** Returns a text for an attribute whose line ends and tabulators a reader of XML must get, who would read spaces. */
	public static String attribute(String plain) {
		return escape(plain, true);
	}

	private static String escape(String plain, boolean lineEnds) {
		StringBuilder escaped = new StringBuilder(plain.length() + 16);
		plain.codePoints().forEach(c -> {
			switch (c) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"' -> escaped.append("&quot;");
				case '\n', '\r', '\t' -> escaped.append(lineEnds ? "&#%d;".formatted(c) : Character.toString(c));
				default -> escaped.appendCodePoint(isXml(c) ? c : ' ');
			}
		});
		return escaped.toString();
	}

	/** Tell whether XML 1.0 can hold a character that is no control character of the text (XML 1.0, 2.2). */
	private static boolean isXml(int c) {
		return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
	}
}
