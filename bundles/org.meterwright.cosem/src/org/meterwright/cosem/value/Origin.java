// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a text, and whose text it is.
 *
 * @param file      file as given by the user, with forward slashes, or a library file such as {@code library:push.cosem}
 * @param line      line from 1
 * @param offset    offset of the first character from 0
 * @param length    number of characters
 * @param kind      what stands there in one word: written, layer, base, companion, like, default, import, sugar; with + behind it adds to what
 *                  was before, with - takes some of it away, without either takes its place
 * @param of        name of the meter, layer, companion, object or class that the kind is about, without blanks; empty: not known
 * @param condition what the switches must say for it, as in {@code threePhase and not auxiliary}; empty: it always holds
 */
public record Origin(String file, int line, int offset, int length, String kind, String of, String condition) {
	private static final Pattern TEXT = Pattern.compile("(.*):(\\d+):(\\d+)\\+(\\d+) (\\w+[+-]?)(?: of (\\S+))?(?: if (.+))?", Pattern.DOTALL);

	/** Makes a place of which only the kind is known. */
	public Origin(String file, int line, int offset, int length, String kind) {
		this(file, line, offset, length, kind, "", "");
	}

	/**
	 * Reads what {@link #toString()} writes.
	 *
	 * @throws IllegalArgumentException when the text is none
	 */
	public static Origin valueOf(String text) {
		Matcher m = TEXT.matcher(text);
		if (!m.matches()) {
			throw new IllegalArgumentException("%s is no origin".formatted(text));
		}
		return new Origin(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)), m.group(5),
				m.group(6) == null ? "" : m.group(6), m.group(7) == null ? "" : m.group(7));
	}

	/** Returns the same place as one that adds to what was before. */
	public Origin adding() {
		return as(kind + "+", of);
	}

	/** Returns the same place as one that takes away some of what was before. */
	public Origin removing() {
		return as(kind + "-", of);
	}

	/** Returns the same place as another kind of thing. */
	public Origin as(String otherKind, String other) {
		return new Origin(file, line, offset, length, otherKind, other, condition);
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(file.length() + 32).append(file).append(':').append(line).append(':').append(offset).append('+').append(length).append(' ').append(kind);
		if (!of.isEmpty()) {
			text.append(" of ").append(of);
		}
		if (!condition.isEmpty()) {
			text.append(" if ").append(condition);
		}
		return text.toString();
	}
}
