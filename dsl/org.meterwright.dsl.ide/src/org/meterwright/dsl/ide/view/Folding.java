// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.meterwright.dsl.ide.text.Lexeme;
import org.meterwright.dsl.ide.text.Lexing;
import org.meterwright.dsl.ide.text.Lexing.Comment;
import org.meterwright.dsl.ide.text.Lexing.Lexed;
import org.meterwright.dsl.ide.text.Lines;

/** Finds what can be folded: blocks and values over several lines, comments, the imports. */
public final class Folding {

	/** What is folded. */
	public enum Kind {
		/** Brackets. */
		BLOCK,
		/** A comment, or several lines of comment. */
		COMMENT,
		/** Imports. */
		IMPORTS
	}

	/**
	 * Lines that can be folded into the first of them.
	 *
	 * @param kind      what it is
	 * @param firstLine line that stays, from 0
	 * @param lastLine  last line that goes, from 0
	 */
	public record Region(Kind kind, int firstLine, int lastLine) {
	}

	private final Lines lines;
	private final List<Region> found = new ArrayList<>();

	private Folding(Lines lines) {
		this.lines = lines;
	}

	/** Returns the regions of a text, by first line, the outer before the inner. */
	public static List<Region> of(String text) {
		Lexed lexed = Lexing.of(text);
		Folding folding = new Folding(Lines.of(text));
		folding.blocks(lexed.lexemes());
		folding.comments(lexed.comments(), text);
		folding.imports(lexed.lexemes());
		folding.found.sort(Comparator.comparingInt(Region::firstLine).thenComparing(Region::lastLine, Comparator.reverseOrder()));
		return List.copyOf(folding.found);
	}

	private void blocks(List<Lexeme> lexemes) {
		Deque<Lexeme> open = new ArrayDeque<>();
		for (Lexeme each : lexemes) {
			if (each.opens()) {
				open.push(each);
			} else if (each.closes() && !open.isEmpty()) {
				Lexeme opening = open.pop();
				// the line of the closing bracket stays visible
				add(Kind.BLOCK, lines.line(opening.offset()), lines.line(each.offset()) - 1);
			}
		}
	}

	private void add(Kind kind, int first, int last) {
		boolean known = found.stream().skip(Math.max(0, found.size() - 8)).anyMatch(region -> region.firstLine() == first && region.lastLine() >= last);
		if (last > first && !known) {
			found.add(new Region(kind, first, last));
		}
	}

	private void comments(List<Comment> comments, String text) {
		for (int i = 0; i < comments.size(); i++) {
			int first = lines.line(comments.get(i).offset());
			int last = i;
			while (last + 1 < comments.size() && isAlone(comments.get(last + 1), text)
					&& lines.line(comments.get(last + 1).offset()) == lines.line(comments.get(last).end()) + 1 && isAlone(comments.get(last), text)) {
				last++;
			}
			add(Kind.COMMENT, first, lines.line(comments.get(last).end()));
			i = last;
		}
	}

	private boolean isAlone(Comment comment, String text) {
		return text.substring(lines.start(lines.line(comment.offset())), comment.offset()).isBlank();
	}

	private void imports(List<Lexeme> lexemes) {
		List<Integer> at = new ArrayList<>();
		for (Lexeme each : lexemes) {
			if (each.opens()) {
				break;
			}
			if (each.is("import")) {
				at.add(lines.line(each.offset()));
			}
		}
		if (at.size() > 1) {
			add(Kind.IMPORTS, at.getFirst(), at.getLast());
		}
	}
}
