// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.meterwright.scenario.client.DlmsClient;

/** Charges are collected, credits are used up and filled, and the account follows. */
class PaymentBehaviourTest extends LivingMeter {

	/** The meter starts on the first of January and is told in November what time it is: the days between are nobody's, and the period begins with the time. */
	@Test
	void theFirstTimeBeginsThePeriodOfACharge() throws IOException {
		assertEquals("05%08x".formatted(1000), get(CREDIT + " 2"));
		assertTrue(get(CHARGE + " 10").contains("07ea0b17010c0000"), get(CHARGE + " 10"));
		does("advance 86399");
		assertEquals("05%08x".formatted(1000), get(CREDIT + " 2"));
		does("advance 1");
		assertEquals("05%08x".formatted(700), get(CREDIT + " 2"));
		does("time 2027 6 1 12 0 0"); // anew: nothing is made up for
		assertEquals("05%08x".formatted(700), get(CREDIT + " 2"));
	}

	/** Across a loss of power the meter knows what time it was: one collection for the period that ended meanwhile. */
	@Test
	void aChargeIsCollectedOnceForALossOfPower() throws IOException {
		does("advance 3600");
		does("power 259200");
		assertEquals("05%08x".formatted(700), get(CREDIT + " 2"));
	}

	@Test
	void aChargeByTimeIsCollected() throws IOException {
		does("advance 86400");
		assertEquals("05%08x".formatted(700), get(CREDIT + " 2"));
		assertEquals("05%08x".formatted(700), get("111 0.0.19.0.0.255 5"));
		does("advance 259200");
		assertEquals("1604", get(CREDIT + " 8")); // exhausted
		try (DlmsClient client = local()) {
			assertEquals(0, client.act(112, name("0-0:19.10.1*255"), 3, hex("0F00")).result());
			assertEquals("1603", get("112 0.0.19.10.1.255 8"));
			assertEquals("1101", get("111 0.0.19.0.0.255 3"));
			DlmsClient.Answer before = client.act(112, name("0-0:19.10.0*255"), 2, hex("0500002710"));
			assertEquals(0, before.result());
			assertArrayEquals(hex("05%08x".formatted(-200)), before.data());
			assertEquals("1603", get(CREDIT + " 8"));
			assertEquals(0, client.act(113, name("0-0:19.20.0*255"), 1, hex("0101 0202 0900 1001F4")).result());
			assertEquals(0, client.set(113, name("0-0:19.20.0*255"), 7, hex("090C 07EA0C01FF 000000FF 8000FF")));
			does("until 2026 12 1 12 0 1");
			assertTrue(get(CHARGE + " 5").endsWith("1001f4"), get(CHARGE + " 5"));
			assertEquals("05%08x".formatted(500), get(CHARGE + " 11"));
		}
	}
}
