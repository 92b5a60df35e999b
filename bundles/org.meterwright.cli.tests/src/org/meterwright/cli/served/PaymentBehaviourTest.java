// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.scenario.client.DlmsClient;

/** Charges are collected, credits are used up and filled, and the account follows. */
class PaymentBehaviourTest extends LivingMeter {

	private static final String DEBT = "113 0.0.19.20.1.255";
	private static final String LEVY = "113 0.0.19.20.2.255";
	private static final String ACCOUNT = "111 0.0.19.0.0.255";
	private static final String PAY = "pay %s ".formatted(ACCOUNT);

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

	/** A levy of 50 first, then a quarter of the payment for the debt while there is one; the rest is credit. */
	@Test
	void aPaymentIsSharedWithCharges() throws IOException {
		does("set %s 12 0500000320".formatted(DEBT)); // 800
		does(PAY + 2000);
		amounts(2450, 300);
		assertEquals(number(500), get(DEBT + " 2"));
		assertEquals(number(500), get(DEBT + " 11"));
		assertEquals(number(50), get(LEVY + " 2"));
		assertTrue(get(DEBT + " 10").contains("07ea0b17010c0000"), get(DEBT + " 10"));
		assertEquals(number(300), get(ACCOUNT + " 8")); // what is still owed
		does(PAY + 2000); // no more than remains
		amounts(4100, 0);
		does(PAY + 2000); // a debt that is paid takes nothing; the levy goes on
		amounts(6050, 0);
		assertEquals(number(800), get(DEBT + " 2"));
		assertEquals(number(150), get(LEVY + " 2"));
		assertEquals(number(6050), get(ACCOUNT + " 5"));
	}

	/** What all charges take in a week is bounded; the first one takes first, the next week begins with the first payment in it. */
	@Test
	void chargesTakeNoMoreThanTheProvision() throws IOException {
		does("set %s 12 0500002710".formatted(DEBT)); // 10,000
		does("set %s 18 120190".formatted(ACCOUNT)); // 400
		does("set %s 8 0600000000".formatted(CHARGE)); // nothing by time
		does(PAY + 1000);
		amounts(1700, 9750);
		does("advance 3600");
		does("power 60");
		does(PAY + 1000); // 50 and 50 are left of 400
		amounts(2600, 9700);
		does(PAY + 1000);
		amounts(3600, 9700);
		assertEquals(number(100), get(LEVY + " 2"));
		does("advance 604800");
		does(PAY + 1000);
		amounts(4300, 9450);
	}

	/** Shares of a payment go to credits; the rest to the one that takes tokens. */
	@Test
	void aPaymentIsSharedAmongCredits() throws IOException {
		does("set %s 12 0101020209060000130a01ff111e".formatted(ACCOUNT)); // 30 % for the emergency credit
		does(PAY + 1050);
		assertEquals(number(300), get("112 0.0.19.10.1.255 2"));
		assertEquals(number(1700), get(CREDIT + " 2"));
		does("advance 604800");
		assertEquals("1604", get(CREDIT + " 8"));
		does(PAY + 20_000);
		assertEquals("1603", get(CREDIT + " 8")); // it pays again
	}

	/** The account counts in hundredths: a levy of 1250 tenths of a thousandth is 12, one of 7 tens 7,000. */
	@ParameterizedTest
	@CsvSource({ "1250, -4, 12", "7, 1, 7000", "50, -2, 50", "99, -4, 0" })
	void pricesAreTakenInTheCurrencyOfTheAccount(int price, int scale, int taken) throws IOException {
		does("set %s 5 020302020F000F%02x02031200000906%012x0F0001010202090010%04x".formatted(LEVY, scale & 0xFF, 0, price));
		does(PAY + 10_000);
		assertEquals(number(taken), get(LEVY + " 2"));
		amounts(11_000 - taken, 0);
	}

	@Test
	void whatIsNoPaymentDoesNothing() throws IOException {
		assertEquals("result 250", meter().command(PAY + 0));
		assertEquals("result 250", meter().command("pay %s 100".formatted(CREDIT)));
		amounts(1000, 0);
	}

	private void amounts(int credit, int remaining) throws IOException {
		assertEquals(number(credit), get(CREDIT + " 2"));
		assertEquals(number(remaining), get(DEBT + " 12"));
	}

	private static String number(int value) {
		return "05%08x".formatted(value);
	}
}
