// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of the first words of a part of the text that look so: a pattern and what stands in its place, in which $1 is what its first group found.
 *
 * @param words       pattern of the words
 * @param replacement what to write instead
 */
record Swap(String words, String replacement) {
	private static final String BECOMES = " =>";

	/** Reads a text such as {@code over \w+ => over tcp}. */
	static Swap of(String text) {
		int at = text.indexOf(BECOMES);
		String replacement = text.substring(at + BECOMES.length());
		return new Swap(text.substring(0, at), replacement.startsWith(" ") ? replacement.substring(1) : replacement);
	}

	/** Fills the blanks in, so that they stand for themselves. */
	Optional<Swap> filled(FixContext context) {
		return Blanks.fill(words, context, Pattern::quote).flatMap(pattern -> Blanks.fill(replacement, context, Matcher::quoteReplacement).map(text -> new Swap(pattern, text)));
	}

	/** Finds the words between two places of the text; nothing where they are not there. */
	Optional<TextEdit> in(FixContext context, int from, int to) {
		Matcher found = Pattern.compile(words).matcher(context.text()).region(from, to);
		return found.find() ? Optional.of(edit(found)) : Optional.empty();
	}

	private TextEdit edit(Matcher found) {
		StringBuilder before = new StringBuilder();
		found.appendReplacement(before, replacement);
		return new TextEdit(found.start(), found.end() - found.start(), before.substring(found.start()));
	}
}
