// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.meterwright.dsl.ide.text.Lexeme.Sort;
import org.meterwright.dsl.parser.antlr.internal.InternalCosemLexer;

/** Splits text into tokens with the lexer of the language; any text gives some. */
public final class Lexing {

	/** A comment. */
	public record Comment(int offset, int end, boolean documentation) {
	}

	/**
	 * The tokens of a text, without white space.
	 *
	 * @param lexemes  tokens in order
	 * @param comments comments in order
	 */
	public record Lexed(List<Lexeme> lexemes, List<Comment> comments) {
		/** Returns the number of the first token that ends behind a place. */
		public int at(int offset) {
			int low = 0;
			int high = lexemes.size();
			while (low < high) {
				int middle = (low + high) >>> 1;
				if (lexemes.get(middle).end() > offset) {
					high = middle;
				} else {
					low = middle + 1;
				}
			}
			return low;
		}
	}

	private Lexing() {
	}

	/** Splits a text. */
	public static Lexed of(String text) {
		List<Lexeme> lexemes = new ArrayList<>(text.length() / 5 + 8);
		List<Comment> comments = new ArrayList<>();
		from(text, 0, (lexeme, comment) -> {
			lexeme.ifPresent(lexemes::add);
			comment.ifPresent(comments::add);
			return true;
		});
		return new Lexed(List.copyOf(lexemes), List.copyOf(comments));
	}

	/** Takes a token or a comment, and says whether more are wanted. */
	@FunctionalInterface
	interface Taker {
		boolean take(Optional<Lexeme> lexeme, Optional<Comment> comment);
	}

	/** Splits a text from a place on, as long as more is wanted. */
	static void from(String text, int begin, Taker taker) {
		InternalCosemLexer lexer = new InternalCosemLexer(new ANTLRStringStream(text.substring(begin)));
		boolean more = true;
		for (Token token = lexer.nextToken(); more && token.getType() != Token.EOF; token = more ? lexer.nextToken() : token) {
			CommonToken each = (CommonToken) token;
			more = switch (each.getType()) {
				case InternalCosemLexer.RULE_WS -> true;
				case InternalCosemLexer.RULE_SL_COMMENT, InternalCosemLexer.RULE_ML_COMMENT -> taker.take(Optional.empty(), Optional.of(comment(each, begin)));
				default -> taker.take(Optional.of(new Lexeme(sort(each), each.getText(), begin + each.getStartIndex())), Optional.empty());
			};
		}
	}

	/** Finds the token at a place, or right before it. */
	public static Optional<Lexeme> tokenAt(String text, int offset) {
		int from = text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
		int end = text.indexOf('\n', Math.min(offset, text.length()));
		List<Lexeme> line = of(text.substring(from, end < 0 ? text.length() : end)).lexemes();
		return line.stream().filter(each -> from + each.offset() <= offset && offset <= from + each.end()).findFirst()
				.map(each -> new Lexeme(each.sort(), each.text(), from + each.offset()));
	}

	private static Comment comment(CommonToken token, int begin) {
		String text = token.getText();
		int start = begin + token.getStartIndex();
		return new Comment(start, start + text.stripTrailing().length(), text.startsWith("/**") && text.length() > 4);
	}

	private static Sort sort(CommonToken token) {
		return switch (token.getType()) {
			case InternalCosemLexer.RULE_ID -> Sort.NAME;
			case InternalCosemLexer.RULE_UINT, InternalCosemLexer.RULE_HEX -> Sort.NUMBER;
			case InternalCosemLexer.RULE_STRING, InternalCosemLexer.RULE_HEXSTRING, InternalCosemLexer.RULE_BITSTRING -> Sort.STRING;
			case InternalCosemLexer.RULE_LN -> Sort.LOGICAL_NAME;
			case InternalCosemLexer.RULE_DATE, InternalCosemLexer.RULE_TIME -> Sort.DATE;
			case InternalCosemLexer.RULE_ANY_OTHER -> Sort.UNKNOWN;
			default -> Character.isLetter(token.getText().charAt(0)) ? Sort.WORD : Sort.SIGN;
		};
	}
}
