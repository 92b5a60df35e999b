// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.GeneratedFile;

class OctetTextTest {

	private static String text(OctetText text) {
		return new GeneratedFile(text.pieces(), false).content();
	}

	@Test
	void writesNumbersAsJavaDoes() {
		OctetText text = new OctetText();
		StringBuilder expected = new StringBuilder();
		for (long number : new long[] { 0, 9, 10, 99, 100, 255, 65_535, Long.MAX_VALUE, -1, Long.MIN_VALUE }) {
			text.number(number).add(' ');
			expected.append(number).append(' ');
		}
		assertEquals(expected.toString(), text(text));
	}

	@Test
	void writesHexInUpperCase() {
		assertEquals("00FF7FA5", text(new OctetText().hex(Bytes.ofHex("00ff7f")).hex(0xA5)));
	}

	@Test
	void keepsTheOrderOverPieces() {
		OctetText text = new OctetText();
		StringBuilder expected = new StringBuilder();
		for (int i = 0; i < 30_000; i++) {
			text.add("row ").number(i).add('\n');
			expected.append("row ").append(i).append('\n');
		}
		assertEquals(expected.toString(), text(text));
	}

	@Test
	void takesTextLargerThanAPieceAndBeyondAscii() {
		String large = "größer ".repeat(20_000);
		assertEquals("a%sb".formatted(large), text(new OctetText().add('a').add(large).add('b')));
	}

	@Test
	void goesOnAfterAnotherText() {
		OctetText other = new OctetText().add("two");
		assertEquals("one two three", text(new OctetText().add("one ").add(other).add(" three")));
		assertTrue(new OctetText().add(new OctetText()).isEmpty());
	}
}
