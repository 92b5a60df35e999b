// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Lines of all ends, columns of UTF-16 units. */
class LinesTest {
	private static final String TEXT = "a\r\nb𝄞c\nd\r\r\n";
	private final Lines lines = Lines.of(TEXT);

	@Test
	void everyPlaceIsFoundAgain() {
		assertEquals(5, lines.count());
		for (int offset = 0; offset <= TEXT.length(); offset++) {
			boolean insideAnEnd = offset > 0 && offset < TEXT.length() && TEXT.charAt(offset - 1) == '\r' && TEXT.charAt(offset) == '\n';
			int expected = insideAnEnd ? offset - 1 : offset;
			assertEquals(expected, lines.offset(lines.line(offset), lines.column(offset)), "offset %d".formatted(offset));
		}
	}

	@Test
	void unitsAreCountedNotCharacters() {
		assertEquals(1, lines.line(TEXT.indexOf('c')));
		assertEquals(3, lines.column(TEXT.indexOf('c')));
	}

	@Test
	void placesOutsideAreBroughtIn() {
		assertEquals(0, lines.offset(-1, 5));
		assertEquals(1, lines.offset(0, 99));
		assertEquals(TEXT.length(), lines.offset(99, 0));
	}
}
