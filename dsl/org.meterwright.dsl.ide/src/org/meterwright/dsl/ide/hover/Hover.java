// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.hover;

import java.util.List;

/**
 * What is said of a place in the text.
 *
 * @param title  what stands there, in one line
 * @param lines  facts, a line each
 * @param offset first character of the word that it is about
 * @param length length of the word
 */
public record Hover(String title, List<String> lines, int offset, int length) {
	/** Copies the lines. */
	public Hover {
		lines = List.copyOf(lines);
	}

	/** Returns title and lines as plain text. */
	public String text() {
		return lines.isEmpty() ? title : "%s\n%s".formatted(title, String.join("\n", lines));
	}
}
