// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.ArrayList;
import java.util.List;

import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.meterwright.dsl.parser.antlr.internal.InternalCosemLexer;

/** The tokens of a part of a text: what they say, and where they stand. Space and comments are none, but documentation is part of what is said. */
record Tokens(List<String> said, List<Place> places) {

	/** Where a token stands in the part. */
	record Place(int offset, int length) {
	}

	static Tokens of(String part) {
		InternalCosemLexer lexer = new InternalCosemLexer(new ANTLRStringStream(part));
		List<String> said = new ArrayList<>();
		List<Place> places = new ArrayList<>();
		for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
			String text = token.getText();
			switch (token.getType()) {
				case InternalCosemLexer.RULE_WS, InternalCosemLexer.RULE_SL_COMMENT -> {
					// says nothing
				}
				case InternalCosemLexer.RULE_ML_COMMENT -> {
					if (text.startsWith("/**") && text.length() > 4) {
						said.add(text);
					}
				}
				default -> {
					said.add(text);
					places.add(new Place(((CommonToken) token).getStartIndex(), text.length()));
				}
			}
		}
		return new Tokens(said, places);
	}
}
