// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;

/**
 * A change of the first words of a declaration that look so: a pattern and what stands in its place, in which $1 is what its first group found.
 *
 * @param words       pattern of the words
 * @param replacement what to write instead
 */
record Swap(Pattern words, String replacement) {
	private static final String BECOMES = " => ";

	/** Reads a text such as {@code over \w+ => over tcp}. */
	static Swap of(String text) {
		int at = text.indexOf(BECOMES);
		return new Swap(Pattern.compile(text.substring(0, at)), text.substring(at + BECOMES.length()));
	}

	/** Finds the words in a part of the text; nothing where they are not there. */
	Optional<TextEdit> in(FixContext context, EObject part) {
		INode node = FixContext.node(part);
		Matcher found = words.matcher(context.text()).region(node.getOffset(), node.getEndOffset());
		return found.find() ? Optional.of(edit(context, found)) : Optional.empty();
	}

	private TextEdit edit(FixContext context, Matcher found) {
		StringBuilder before = new StringBuilder();
		found.appendReplacement(before, replacement);
		return new TextEdit(found.start(), found.end() - found.start(), before.substring(found.start()));
	}
}
