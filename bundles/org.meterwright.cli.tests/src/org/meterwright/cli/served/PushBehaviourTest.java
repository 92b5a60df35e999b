// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Pushes wait, are sent, tried again and given up. */
class PushBehaviourTest extends LivingMeter {

	@Test
	void aPushIsTriedAgainUntilItIsConfirmed() throws IOException {
		does("link down");
		does("event 0");
		assertEquals(1, told("unsent 40 0.1.25.9.0.255").size());
		does("link up");
		does("advance 59");
		assertEquals(0, told("push ").size());
		does("advance 1");
		String sent = told("push ").getFirst();
		assertTrue(sent.contains(" 0f40000001") && sent.contains(" alert 1 "), sent);
		does("advance 120"); // no confirmation came, and then the delay
		assertEquals(1, told("push ").size());
		does("confirm 1");
		does("advance 600");
		assertEquals(0, told("push ").size());
	}

	@Test
	void aPushIsGivenUpAfterItsRetries() throws IOException {
		does("link down");
		does("event 0");
		does("advance 600");
		List<String> all = meter().told();
		assertEquals(3, all.stream().filter(line -> line.startsWith("unsent ")).count());
		assertEquals(1, all.stream().filter(line -> line.startsWith("lost 40 0.1.25.9.0.255 alert 1")).count());
	}

	/** At random within a hundred seconds, in the window between one and two; a loss of power does not forget it. */
	@Test
	void aPushWaitsForItsWindow() throws IOException {
		does("seed 7");
		does("event 1");
		does("advance 3600");
		does("power 3600");
		assertEquals(0, told("push ").size());
		does("until 2026 11 24 2 0 0");
		String sent = told("push 40 0.2.25.9.0.255").getFirst();
		assertTrue(sent.matches(".* at 2026-11-24T01:0[0-2]:\\d\\d"), sent);
	}

	/** The buffer is sorted first in, first out: its newest entry is the last one, whatever its number. */
	@Test
	void theNewestEntryIsPushed() throws IOException {
		for (int energy = 1; energy <= 3; energy++) {
			does("set 3 1.0.1.8.0.255 2 06%08x".formatted(energy));
			does("do %s 2 0f00".formatted(BILLING));
		}
		does("event 1");
		does("until 2026 11 24 2 0 0");
		String sent = told("push 40 0.2.25.9.0.255").getFirst();
		assertTrue(sent.matches(".*02020600000003" + "01010202090c.{24}0600000003 .*"), sent);
	}

	/** Eight places: what carries an Alert that is always sent takes those of others. */
	@Test
	void aStormDoesNotPushOutAnAlert() throws IOException {
		for (int i = 0; i < 8; i++) {
			does("event 1");
		}
		does("event 1");
		assertEquals(1, told("lost 40 0.2.25.9.0.255").size());
		does("link down");
		for (int i = 0; i < 3; i++) {
			does("event 0");
		}
		List<String> all = meter().told();
		assertEquals(3, all.stream().filter(line -> line.startsWith("lost 40 0.2.25.9.0.255")).count());
		assertEquals(3, all.stream().filter(line -> line.startsWith("unsent 40 0.1.25.9.0.255")).count());
	}
}
