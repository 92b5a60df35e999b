// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.formatting2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.dsl.formatting2.Token.Bracket;

/** Questions on tokens and the brackets around them; all positions are indexes of tokens. */
final class Brackets {
	private final List<Token> tokens;
	private final int[] closes;
	/** Width of the tokens before a position when all stand on one line. */
	private final int[] widths;
	/** Number of blocks around a position. */
	private final int[] depths;

	Brackets(List<Token> tokens) {
		this.tokens = tokens;
		closes = new int[tokens.size()];
		widths = new int[tokens.size() + 1];
		depths = new int[tokens.size() + 1];
		Deque<Integer> open = new ArrayDeque<>();
		for (int i = 0; i < closes.length; i++) {
			if (tokens.get(i).opens()) {
				open.push(i);
			} else if (tokens.get(i).closes()) {
				closes[open.pop()] = i;
			}
			depths[i + 1] = depths[i] + switch (tokens.get(i).bracket()) {
				case BLOCK_OPEN -> 1;
				case BLOCK_CLOSE -> -1;
				default -> 0;
			};
			widths[i + 1] = widths[i] + flatGap(i).length() + tokens.get(i).text().length();
		}
	}

	/** Returns where a bracket closes. */
	int close(int open) {
		return closes[open];
	}

	/** Returns the gap before a token that continues a line; braces have a space inside. */
	String flatGap(int i) {
		if (i > 0 && tokens.get(i).closes()) {
			return tokens.get(i).text().equals("}") ? " " : "";
		}
		return tokens.get(i).spaced() ? " " : "";
	}

	/** Returns the width of tokens on one line, with the gaps before each. */
	int flat(int from, int to) {
		return widths[to] - widths[from];
	}

	/** Returns the width from a token to the next place where a line may be broken. */
	int chunk(int from, int to) {
		int end = from + 1;
		while (end < to && !tokens.get(end).mayBreak() && !tokens.get(end).isComment() && !tokens.get(end - 1).opens()) {
			end++;
		}
		return flat(from, end);
	}

	/** Tells whether a comment or a block between two tokens needs lines of its own. */
	boolean hasLines(int from, int to) {
		return IntStream.range(from + 1, to + 1).anyMatch(i -> tokens.get(i).forcesLines() || tokens.get(i).bracket() == Bracket.BLOCK_OPEN);
	}

	/** Tells whether a thing has a block. */
	boolean hasBlock(int from, int to) {
		return IntStream.range(from, to).anyMatch(i -> tokens.get(i).bracket() == Bracket.BLOCK_OPEN);
	}

	/** Tells whether a block may stand on one line: nothing in it, or one thing without a block, and inside another block. */
	boolean isShort(int open) {
		int close = closes[open];
		if (open + 1 == close) {
			return true;
		}
		return tokens.get(open + 1).startsItem() && endOfItem(open + 1, close) == close && !hasLines(open, close) && depths[open] > 0;
	}

	/** Tells whether a list has simple elements only, which then fill lines. */
	boolean isFilled(int open) {
		return IntStream.range(open + 1, closes[open]).noneMatch(i -> tokens.get(i).opens());
	}

	/** Returns where a thing of a block ends: at the next thing, or comment between things. Comments at the end of its last line belong to it. */
	int endOfItem(int from, int to) {
		if (tokens.get(from).isComment()) {
			return from + 1;
		}
		int i = from;
		while (i < to) {
			int after = tokens.get(i).opens() ? closes[i] + 1 : i + 1;
			i = after;
			while (i < to && tokens.get(i).isComment() && !tokens.get(i).ownLine()) {
				i++;
			}
			if (i < to && endsBefore(i, to)) {
				return i;
			}
		}
		return to;
	}

	private boolean endsBefore(int i, int to) {
		int next = i;
		while (next < to && tokens.get(next).isComment()) {
			next++;
		}
		return next == to || tokens.get(next).startsItem();
	}

	/** Returns where an element of a list ends: after its comma and the comments at the end of that line. */
	int endOfElement(int from, int to) {
		if (tokens.get(from).isComment()) {
			return from + 1;
		}
		int i = from;
		while (i < to && !tokens.get(i).isComma()) {
			i = tokens.get(i).opens() ? closes[i] + 1 : i + 1;
		}
		i = Math.min(i + 1, to);
		while (i < to && tokens.get(i).isComment() && !tokens.get(i).ownLine()) {
			i++;
		}
		return i;
	}
}
