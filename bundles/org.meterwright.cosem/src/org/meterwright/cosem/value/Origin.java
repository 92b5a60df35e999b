// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a text.
 *
 * @param file   file as given by the user, with forward slashes, or a library file such as {@code library:push.cosem}
 * @param line   line from 1
 * @param offset offset of the first character from 0
 * @param length number of characters
 * @param kind   what stands there in one word: written, family, base, companion, default, import, sugar
 */
public record Origin(String file, int line, int offset, int length, String kind) {
	private static final Pattern TEXT = Pattern.compile("(.*):(\\d+):(\\d+)\\+(\\d+) (\\w+)", Pattern.DOTALL);

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
		return new Origin(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)), m.group(5));
	}

	@Override
	public String toString() {
		return new StringBuilder(file.length() + 32).append(file).append(':').append(line).append(':').append(offset).append('+').append(length).append(' ').append(kind).toString();
	}
}
