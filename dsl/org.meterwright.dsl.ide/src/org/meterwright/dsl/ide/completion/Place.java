// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.meterwright.dsl.ide.colour.ColouredToken;
import org.meterwright.dsl.ide.colour.TokenKind;

/**
 * What stands before the cursor: the beginning of the word under it, the names before it that it continues with dots, and the word of the
 * language that says what kind of name is expected ({@code alert}, {@code grant ... on}).
 *
 * @param offset    first character of the word under the cursor
 * @param prefix    the word up to the cursor
 * @param chain     names before the last dot, such as [supplyScripts]; empty: no dot
 * @param governing the keyword, or "=" or ":", that governs the name; empty at the start of the text
 * @param before    the keyword before the governing one; tells {@code on} of a grant from {@code on} of a reaction
 * @param subject   the name before a governing "=" or ":", such as the attribute's
 */
record Place(int offset, String prefix, List<String> chain, String governing, String before, String subject) {
	/** Governs a name that begins a new line: everything before the cursor is complete. */
	static final String NEW_LINE = "\n";
	private static final Set<TokenKind> NAMES = Set.of(TokenKind.NAME, TokenKind.DECLARED, TokenKind.CLASS);

	static Place of(String text, int cursor, List<ColouredToken> tokens) {
		int start = wordStart(text, cursor);
		List<ColouredToken> left = tokens.stream().filter(token -> token.end() <= start && !isComment(token)).toList();
		List<String> chain = chain(text, start, left);
		return governed(text, start, text.substring(start, cursor), chain, left, left.size() - chain.size());
	}

	private static boolean isComment(ColouredToken token) {
		return token.kind() == TokenKind.COMMENT || token.kind() == TokenKind.DOCUMENTATION;
	}

	private static int wordStart(String text, int cursor) {
		int start = cursor;
		while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
			start--;
		}
		return start;
	}

	/** Collects the names that are joined to the word by dots; an index in brackets belongs to its name. */
	private static List<String> chain(String text, int start, List<ColouredToken> left) {
		List<String> names = new ArrayList<>();
		int end = start;
		for (int i = left.size() - 1; i >= 0; i--) {
			ColouredToken token = left.get(i);
			String between = text.substring(token.end(), end).strip();
			if (!between.equals(".") && !between.matches("\\[[^\\]]*\\]\\s*\\.")) {
				break;
			}
			names.addFirst(text.substring(token.offset(), token.end()));
			end = token.offset();
		}
		return List.copyOf(names);
	}

	private static Place governed(String text, int start, String prefix, List<String> chain, List<ColouredToken> left, int count) {
		int end = chainStart(start, left, count);
		if (count > 0 && isComplete(left.get(count - 1)) && text.substring(left.get(count - 1).end(), end).isBlank()) {
			return new Place(start, prefix, chain, NEW_LINE, "", text.substring(left.get(count - 1).offset(), left.get(count - 1).end()));
		}
		for (int i = count - 1; i >= 0; i--) {
			ColouredToken token = left.get(i);
			String between = text.substring(token.end(), end);
			String mark = mark(between);
			if (!mark.isEmpty()) {
				return new Place(start, prefix, chain, mark, keywordBefore(text, left, i), text.substring(token.offset(), token.end()));
			}
			if (token.kind() == TokenKind.KEYWORD) {
				return new Place(start, prefix, chain, text.substring(token.offset(), token.end()), keywordBefore(text, left, i - 1), "");
			}
			end = token.offset();
		}
		return new Place(start, prefix, chain, "", "", "");
	}

	private static boolean isComplete(ColouredToken token) {
		return token.kind() != TokenKind.KEYWORD && token.kind() != TokenKind.UNKNOWN;
	}

	private static int chainStart(int start, List<ColouredToken> left, int count) {
		return count < left.size() ? left.get(count).offset() : start;
	}

	/** Returns the punctuation that governs what follows: an open brace, "=" or ":"; empty for commas and the like. */
	private static String mark(String between) {
		for (int i = between.length() - 1; i >= 0; i--) {
			char c = between.charAt(i);
			if (c == '{' || c == '}' || c == '=' || c == ':') {
				return String.valueOf(c);
			}
		}
		return "";
	}

	private static String keywordBefore(String text, List<ColouredToken> left, int from) {
		for (int i = from; i >= 0; i--) {
			ColouredToken token = left.get(i);
			if (token.kind() == TokenKind.KEYWORD) {
				return text.substring(token.offset(), token.end());
			}
			if (!NAMES.contains(token.kind())) {
				return "";
			}
		}
		return "";
	}
}
