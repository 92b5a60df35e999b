// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.ide.Texts;

/** Colours by kind of token. */
class ColouringTest {

	@Test
	void anObjectLine() {
		assertEquals(List.of("importTotal DECLARED", "Register CLASS", "1-0:1.8.0*255 LOGICAL_NAME", "value DECLARED", "in KEYWORD", "nvm KEYWORD"),
				kinds("importTotal: Register 1-0:1.8.0*255 { value: in nvm }"));
	}

	@Test
	void keywordsThatServeAsNames() {
		assertEquals(List.of("call KEYWORD", "securityLog NAME", "capture NAME"), kinds("call securityLog.capture"));
		assertEquals(List.of("message DECLARED", "0x61 NUMBER"), kinds("message = 0x61"));
	}

	@Test
	void valuesAndComments() {
		assertEquals(List.of("*-*-01 DATE", "00:00 DATE", "\"a\" STRING", "hex\"00\" STRING", "// c COMMENT"), kinds("*-*-01 00:00 \"a\" hex\"00\" // c"));
		assertEquals(List.of("/** d */ DOCUMENTATION", "/* c */ COMMENT"), kinds("/** d */ /* c */"));
	}

	@Test
	void anyTextIsColouredWithoutOverlap() {
		int end = 0;
		for (ColouredToken token : tokens("meter { \"unclosed \n %& 12:00 /* open")) {
			assertTrue(token.offset() >= end, token::toString);
			end = token.end();
		}
	}

	private static List<String> kinds(String text) {
		return tokens(text).stream().map(token -> "%s %s".formatted(text.substring(token.offset(), token.end()), token.kind())).toList();
	}

	private static List<ColouredToken> tokens(String text) {
		return Texts.INJECTOR.getInstance(Colouring.class).tokens(text);
	}
}
