// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.formatting2;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.xtext.parser.IParseResult;

/** Formats a parsed text. A text with syntax errors is left as it is: its structure is not known. */
public final class TextFormatter {

	/** A replacement of characters of the text. */
	public record Edit(int offset, int length, String text) {
	}

	/** Returns the formatted text. */
	public String format(IParseResult parsed) {
		String text = parsed.getRootNode().getText();
		StringBuilder formatted = new StringBuilder(text);
		List<Edit> edits = edits(parsed);
		for (Edit edit : edits.reversed()) {
			formatted.replace(edit.offset(), edit.offset() + edit.length(), edit.text());
		}
		return formatted.toString();
	}

	/** Returns the changes to the text in order of place; they do not overlap. */
	public List<Edit> edits(IParseResult parsed) {
		String text = parsed.getRootNode().getText();
		List<Edit> edits = new ArrayList<>();
		if (parsed.hasSyntaxErrors()) {
			return edits;
		}
		List<Token> tokens = new TokenReader().read(parsed);
		List<String> gaps = Layout.gaps(tokens);
		int end = 0;
		for (int i = 0; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			change(edits, text, end, token.offset(), gaps.get(i));
			change(edits, text, token.offset(), token.end(), reindented(token, gaps.get(i)));
			end = token.end();
		}
		change(edits, text, end, text.length(), tokens.isEmpty() ? "" : "\n");
		return edits;
	}

	private static void change(List<Edit> edits, String text, int from, int to, String wanted) {
		if (!text.substring(from, to).equals(wanted)) {
			edits.add(new Edit(from, to - from, wanted));
		}
	}

	/** Puts the lines of a comment below its first star. */
	private static String reindented(Token token, String gap) {
		String text = token.text();
		if (!token.isComment() || text.indexOf('\n') < 0) {
			return text;
		}
		String indent = gap.substring(gap.lastIndexOf('\n') + 1);
		return text.lines().map(line -> line.strip().startsWith("*") ? indent + " " + line.strip() : line.stripTrailing())
				.collect(Collectors.joining("\n"));
	}
}
