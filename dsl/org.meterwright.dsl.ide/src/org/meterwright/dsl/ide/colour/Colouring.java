// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.colour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.name.Named;

/**
 * Colours text from its tokens alone: fast enough for every keystroke and right in half-written text. A keyword that serves as a name
 * (behind a dot, or before a colon or an equals sign) is coloured as the name it is.
 */
public final class Colouring {
	private static final Map<String, TokenKind> TERMINALS = Map.of("RULE_STRING", TokenKind.STRING, "RULE_HEXSTRING", TokenKind.STRING,
			"RULE_BITSTRING", TokenKind.STRING, "RULE_UINT", TokenKind.NUMBER, "RULE_HEX", TokenKind.NUMBER, "RULE_LN", TokenKind.LOGICAL_NAME,
			"RULE_DATE", TokenKind.DATE, "RULE_TIME", TokenKind.DATE, "RULE_SL_COMMENT", TokenKind.COMMENT, "RULE_ANY_OTHER", TokenKind.UNKNOWN);
	private static final Set<String> DECLARES = Set.of(":", "=");

	@Inject
	@Named(LexerBindings.RUNTIME)
	private Provider<Lexer> lexers;
	@Inject
	private ITokenDefProvider tokenNames;

	/** Splits text into coloured tokens, by offset; white space and punctuation are left out. */
	public List<ColouredToken> tokens(String text) {
		List<CommonToken> all = lex(text);
		List<ColouredToken> coloured = new ArrayList<>(all.size());
		for (int i = 0; i < all.size(); i++) {
			CommonToken token = all.get(i);
			TokenKind kind = kind(all, i);
			if (kind != null) {
				coloured.add(new ColouredToken(token.getStartIndex(), token.getText().length(), kind));
			}
		}
		return List.copyOf(coloured);
	}

	private List<CommonToken> lex(String text) {
		Lexer lexer = lexers.get();
		lexer.setCharStream(new ANTLRStringStream(text));
		List<CommonToken> tokens = new ArrayList<>();
		for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
			if (!"RULE_WS".equals(name(token))) {
				tokens.add((CommonToken) token);
			}
		}
		return tokens;
	}

	private String name(Token token) {
		return tokenNames.getTokenDefMap().getOrDefault(token.getType(), "");
	}

	/** Returns the kind, or null for punctuation, which has no colour. */
	private TokenKind kind(List<CommonToken> all, int i) {
		Token token = all.get(i);
		String name = name(token);
		if ("RULE_ML_COMMENT".equals(name)) {
			return token.getText().startsWith("/**") ? TokenKind.DOCUMENTATION : TokenKind.COMMENT;
		}
		if ("RULE_ID".equals(name)) {
			return nameKind(all, i);
		}
		if (name.startsWith("'")) {
			return Character.isLetter(name.charAt(1)) ? keywordKind(all, i) : null;
		}
		return TERMINALS.getOrDefault(name, TokenKind.UNKNOWN);
	}

	private TokenKind nameKind(List<CommonToken> all, int i) {
		if (":".equals(text(all, i - 1)) && startsLogicalName(all, i + 1)) {
			return TokenKind.CLASS;
		}
		return declares(all, i) ? TokenKind.DECLARED : TokenKind.NAME;
	}

	private boolean startsLogicalName(List<CommonToken> all, int i) {
		return "version".equals(text(all, i)) || i < all.size() && "RULE_LN".equals(name(all.get(i)));
	}

	private static TokenKind keywordKind(List<CommonToken> all, int i) {
		if (".".equals(text(all, i - 1))) {
			return TokenKind.NAME;
		}
		return declares(all, i) ? TokenKind.DECLARED : TokenKind.KEYWORD;
	}

	private static boolean declares(List<CommonToken> all, int i) {
		return DECLARES.contains(text(all, i + 1)) && !".".equals(text(all, i - 1));
	}

	private static String text(List<CommonToken> all, int i) {
		return i >= 0 && i < all.size() ? all.get(i).getText() : "";
	}
}
