// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.formatting2;

/**
 * A word or comment of a text, with what layout needs to know of it.
 *
 * @param text       the characters; a comment without its line end
 * @param offset     place in the text
 * @param kind       word or comment
 * @param bracket    role as a bracket
 * @param startsItem first word of a thing that stands on lines of its own
 * @param spaced     a space stands before it when it continues a line
 * @param mayBreak   a long line may be broken before it
 * @param mustBreak  it begins a continuation line
 * @param ownLine    in the text it is the first on its line
 * @param blankLine  in the text a blank line stands before it
 */
record Token(String text, int offset, Kind kind, Bracket bracket, boolean startsItem, boolean spaced, boolean mayBreak, boolean mustBreak,
		boolean ownLine, boolean blankLine) {

	/** What a token is. */
	enum Kind {
		/** A word, number, string or sign. */
		WORD,
		/** From two slashes to the end of the line. */
		LINE_COMMENT,
		/** Between slash-star and star-slash. */
		BLOCK_COMMENT
	}

	/** What a bracket holds. */
	enum Bracket {
		/** No bracket. */
		NONE,
		/** Begins a block of things, one a line. */
		BLOCK_OPEN,
		/** Ends a block. */
		BLOCK_CLOSE,
		/** Begins a list with commas that stays on a line when it fits. */
		GROUP_OPEN,
		/** Ends such a list. */
		GROUP_CLOSE
	}

	boolean isComment() {
		return kind != Kind.WORD;
	}

	/** Tells whether the rest of the line belongs to the comment, or the comment to several lines. */
	boolean forcesLines() {
		return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT && (ownLine || text.indexOf('\n') >= 0);
	}

	boolean opens() {
		return bracket == Bracket.BLOCK_OPEN || bracket == Bracket.GROUP_OPEN;
	}

	boolean closes() {
		return bracket == Bracket.BLOCK_CLOSE || bracket == Bracket.GROUP_CLOSE;
	}

	boolean isComma() {
		return text.equals(",") && kind == Kind.WORD;
	}

	int end() {
		return offset + text.length();
	}
}
