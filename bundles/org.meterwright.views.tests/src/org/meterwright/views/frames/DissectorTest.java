// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.meterwright.views.Models;

/** Frames of one connection, taken apart. */
class DissectorTest {
	private final Dissector dissector = new Dissector(Models.first(Models.example("prepayment-esme")).model(), Optional.empty());

	private FrameNode frame(boolean sent, String hex) {
		return dissector.frame(sent, HexFormat.of().parseHex(hex.replace(" ", "")));
	}

	@Test
	void anAnswerHasTheNameOfWhatWasAsked() {
		FrameNode request = frame(true, "0001 0010 0001 000D C0 01 41 0003 0100010800FF 02 00");
		assertEquals("activeImport.value", request.value());
		assertTrue(request.text().contains("Wrapper: version 1, from 16 to 1, 13 octets"), request.text());
		FrameNode answer = frame(false, "0001 0001 0010 0009 C4 01 41 00 06000004D2");
		assertTrue(answer.value().startsWith("activeImport.value = 1234") || answer.value().startsWith("activeImport.value = 1.234"), answer.value());
		assertEquals("refused: object-undefined", frame(false, "0001 0001 0010 0005 C4 01 41 01 04").value());
	}

	@Test
	void blocksArePutTogether() {
		frame(true, "0001 0010 0001 000D C0 01 41 0003 0100010800FF 02 00");
		assertEquals("block 1 of activeImport.value", frame(false, "0001 0001 0010 000C C4 02 41 00 00000001 00 02 0600").value());
		FrameNode last = frame(false, "0001 0001 0010 000D C4 02 41 01 00000002 00 03 0004D2");
		assertTrue(last.value().startsWith("activeImport.value = 1"), last.text());
	}

	@Test
	void piecesOfHdlcArePutTogether() {
		FrameNode first = frame(true, "7E A817 03 21 10 0000 E6E600 C001410003 0000 7E");
		assertEquals("a piece of a longer message", first.value());
		FrameNode last = frame(true, "7E A015 03 21 12 0000 0100010800FF0200 0000 7E");
		assertEquals("activeImport.value", last.value());
		assertTrue(last.text().contains("HDLC I frame 1, expects 0: from 16 to 1"), last.text());
	}

	@Test
	void damagedFramesAreShownAsTheyAre() {
		assertEquals("damaged frame", frame(true, "7E A0").label());
		assertEquals("damaged frame", frame(true, "0001 00").label());
		assertEquals("APDU that cannot be read", frame(true, "0001 0010 0001 0003 C0 01 41").children().getLast().label());
		assertEquals("exception-response", frame(false, "0001 0001 0010 0003 D8 01 02").label());
	}

	@Test
	void whatIsCipheredStaysClosedWithoutKeys() {
		FrameNode frame = frame(true, "0001 0010 0001 0014 C8 12 30 00000007 AABBCCDDEEFF00112233445566");
		assertTrue(frame.text().contains("Invocation counter: 7") && frame.text().contains("names no keys"), frame.text());
	}
}
