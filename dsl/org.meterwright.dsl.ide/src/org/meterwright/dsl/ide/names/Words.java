// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.Optional;

/** Finds names in text. */
public final class Words {

	/**
	 * A name in a text, with its escape.
	 *
	 * @param offset first character
	 * @param length length
	 */
	record Word(int offset, int length) {
	}

	/**
	 * Which of several is meant.
	 *
	 * @param last   the last one
	 * @param braces the one in this pair of braces; -1: no braces
	 */
	record Which(boolean last, int braces) {
		static final Which FIRST = new Which(false, -1);
		static final Which LAST = new Which(true, -1);

		static Which inBraces(int index) {
			return new Which(false, index);
		}
	}

	private Words() {
	}

	/** Tells whether a character may stand in a name. */
	public static boolean isPart(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
	}

	/** Returns the name at a place or right before it, without escape; hyphens join. */
	public static Optional<String> at(String text, int offset) {
		int from = start(text, offset);
		int to = end(text, offset);
		return to <= from || Character.isDigit(text.charAt(from)) ? Optional.empty() : Optional.of(text.substring(from, to));
	}

	/** Returns where the name at a place begins. */
	public static int start(String text, int offset) {
		int from = Math.clamp(offset, 0, text.length());
		while (from > 0 && joins(text, from - 1)) {
			from--;
		}
		return from;
	}

	/** Returns where the name at a place ends. */
	public static int end(String text, int offset) {
		int to = Math.clamp(offset, 0, text.length());
		while (to < text.length() && joins(text, to)) {
			to++;
		}
		return to;
	}

	private static boolean joins(String text, int at) {
		char c = text.charAt(at);
		boolean hyphen = c == '-' && at > 0 && at + 1 < text.length() && isPart(text.charAt(at - 1)) && Character.isLetter(text.charAt(at + 1)) && letterBefore(text, at);
		return isPart(c) || hyphen;
	}

	/** A hyphen belongs to a name only when the name begins with a letter: not in {@code 1-0:1.8.0*255} or {@code 2026-11-22}. */
	private static boolean letterBefore(String text, int at) {
		int from = at;
		while (from > 0 && (isPart(text.charAt(from - 1)) || text.charAt(from - 1) == '-')) {
			from--;
		}
		return Character.isLetter(text.charAt(from)) || text.charAt(from) == '_';
	}

	/** Finds a name in a piece of text; comments and strings are no names. */
	static Optional<Word> find(String text, int from, int to, String name, Which which) {
		Optional<Word> found = Optional.empty();
		int braces = -1;
		for (int at = from; at < to;) {
			int next = skipped(text, at, to);
			if (next > at) {
				at = next;
				continue;
			}
			braces += text.charAt(at) == '{' ? 1 : 0;
			if (isPart(text.charAt(at))) {
				int end = end(text, at);
				boolean same = end - at == name.length() && text.startsWith(name, at);
				if (same && (which.braces() < 0 || which.braces() == braces)) {
					boolean escaped = at > 0 && text.charAt(at - 1) == '^';
					found = Optional.of(escaped ? new Word(at - 1, end - at + 1) : new Word(at, end - at));
					if (!which.last()) {
						return found;
					}
				}
				at = Math.max(end, at + 1);
			} else {
				at++;
			}
		}
		return found;
	}

	/** Returns where a comment or string that begins at a place ends; the place itself when none does. */
	private static int skipped(String text, int at, int to) {
		if (text.startsWith("//", at)) {
			int end = text.indexOf('\n', at);
			return end < 0 ? to : end;
		}
		if (text.startsWith("/*", at)) {
			int end = text.indexOf("*/", at + 2);
			return end < 0 ? to : end + 2;
		}
		if (text.charAt(at) == '"') {
			int end = at + 1;
			while (end < to && text.charAt(end) != '"' && text.charAt(end) != '\n') {
				end += text.charAt(end) == '\\' ? 2 : 1;
			}
			return Math.min(end + 1, to);
		}
		return at;
	}
}
