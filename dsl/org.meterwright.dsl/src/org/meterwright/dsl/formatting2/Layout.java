// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.formatting2;

import java.util.List;

import org.meterwright.dsl.formatting2.Token.Kind;

/**
 * Lays tokens out: one thing a line, blocks indented, a block of one short thing on its line, long lists broken. Of the white space in the
 * text only this counts: a blank line between things, a line end after a comma of a list, and whether a comment has a line of its own. So
 * laying out twice changes nothing.
 */
final class Layout {
	/** Longest line, in characters, where a break is possible. */
	static final int WIDTH = 140;
	private static final int INDENT = 2;

	private final List<Token> tokens;
	private final Brackets brackets;
	private final String[] gaps;
	private int column;
	private int lineIndent;

	private Layout(List<Token> tokens) {
		this.tokens = tokens;
		brackets = new Brackets(tokens);
		gaps = new String[tokens.size()];
	}

	/** Returns the white space before each token. */
	static List<String> gaps(List<Token> tokens) {
		Layout layout = new Layout(tokens);
		layout.items(0, tokens.size(), 0, true);
		return List.of(layout.gaps);
	}

	/** Lays out the things between two tokens, each on lines of its own. */
	private void items(int from, int to, int indent, boolean atStart) {
		int position = from;
		while (position < to) {
			int end = brackets.endOfItem(position, to);
			boolean first = position == from && atStart;
			breakLine(position, indent, first ? 0 : tokens.get(position).blankLine() ? 2 : 1);
			run(position, end, indent, indent + (brackets.hasBlock(position, end) ? 2 * INDENT : INDENT));
			position = end;
		}
	}

	/** Lays out one thing whose first token is placed already. */
	private void run(int from, int to, int indent, int continuation) {
		int i = from;
		while (i < to) {
			if (i > from) {
				place(i, to, continuation);
			} else {
				put(i);
			}
			i = switch (tokens.get(i).bracket()) {
				case BLOCK_OPEN -> block(i, indent);
				case GROUP_OPEN -> group(i, to);
				default -> i + 1;
			};
		}
	}

	private void place(int i, int to, int continuation) {
		Token token = tokens.get(i);
		Token before = tokens.get(i - 1);
		boolean broken = before.kind() == Kind.LINE_COMMENT || token.ownLine() && (token.isComment() || before.isComma()) || token.mustBreak();
		if (broken || token.mayBreak() && column + brackets.chunk(i, to) > WIDTH && column > continuation) {
			breakLine(i, continuation, 1);
		} else {
			gaps[i] = token.spaced() ? " " : "";
			column += gaps[i].length();
		}
		put(i);
	}

	private void put(int i) {
		String text = tokens.get(i).text();
		int newline = text.lastIndexOf('\n');
		column = newline < 0 ? column + text.length() : text.length() - newline;
	}

	private void breakLine(int i, int indent, int lines) {
		gaps[i] = "\n".repeat(lines) + " ".repeat(indent);
		column = indent;
		lineIndent = indent;
	}

	/** Lays out a block from its brace, which is placed already, and returns the position after it. */
	private int block(int open, int indent) {
		int close = brackets.close(open);
		if (brackets.isShort(open) && lineIndent == indent && column + brackets.flat(open + 1, close + 1) <= WIDTH) {
			return flat(open + 1, close + 1);
		}
		int inner = open + 1;
		while (inner < close && tokens.get(inner).isComment() && !tokens.get(inner).ownLine()) {
			gaps[inner] = " ";
			column++;
			put(inner++);
		}
		items(inner, close, indent + INDENT, false);
		breakLine(close, indent, 1);
		put(close);
		return close + 1;
	}

	/** Lays out a list from its bracket, which is placed already, and returns the position after it. */
	private int group(int open, int to) {
		int close = brackets.close(open);
		int tail = close + 1 < to ? brackets.chunk(close + 1, to) : 0;
		if (!brackets.hasLines(open, close) && column + brackets.flat(open + 1, close + 1) + tail <= WIDTH) {
			return flat(open + 1, close + 1);
		}
		int indent = lineIndent;
		if (brackets.isFilled(open)) {
			breakLine(open + 1, indent + INDENT, 1);
			run(open + 1, close, indent + INDENT, indent + INDENT);
		} else {
			elements(open + 1, close, indent + INDENT);
		}
		breakLine(close, indent, 1);
		put(close);
		return close + 1;
	}

	private void elements(int from, int to, int indent) {
		int position = from;
		while (position < to) {
			int end = brackets.endOfElement(position, to);
			breakLine(position, indent, 1);
			run(position, end, indent, indent + INDENT);
			position = end;
		}
	}

	private int flat(int from, int to) {
		for (int i = from; i < to; i++) {
			gaps[i] = brackets.flatGap(i);
			column += gaps[i].length();
			put(i);
		}
		return to;
	}
}
