// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The tokens of an edited text are those of the same text read anew, whatever opens or closes in it. */
class RelexingTest {
	private static final String TEXT = """
			/** A meter. */
			meter m {
			  clock: Clock 0-0:1.0.0*255 { time_zone = -60 } // at home
			  /* in two
			     lines */
			  text: Data 0-0:96.1.0*255 { value = "a \\" b" in nvm }
			  octets: Data 0-0:96.1.1*255 { value = hex"01 02" }
			  day: Data 0-0:96.1.2*255 { value = 2024-*-last@mon }
			  event e from firmware "E"
			}
			""";
	private static final List<String> PARTS = List.of("\"", "/*", "*/", "//", "\n", "\r\n", "hex\"", "bits\"01", "0-0:1.0.0*255", "-", "*", ":", "x", "7", "0x", "é", "^", "@", " ", "",
			"/** doc */", "'", "\\");

	@Test
	void tokensOfEditedTexts() {
		Random random = new Random(7);
		Relexing relexing = new Relexing();
		String text = TEXT;
		for (int i = 0; i < 20_000; i++) {
			int from = random.nextInt(text.length() + 1);
			int to = Math.min(text.length(), from + (random.nextInt(3) == 0 ? random.nextInt(12) : 0));
			text = i % 12 == 0 ? TEXT : text.substring(0, from) + PARTS.get(random.nextInt(PARTS.size())) + text.substring(to);
			assertEquals(Lexing.of(text), relexing.of(text), text);
		}
	}
}
