// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.meterwright.scenario.client.DlmsClient;

/** The calendar chooses the rate, and registers of energy and of largest averages follow. */
class TariffBehaviourTest extends LivingMeter {

	private static final String ENERGY = "3 1.0.1.8.%d.255";
	private static final String MAXIMUM = "4 1.0.1.6.%d.255";
	private static final String MASK = "6 0.0.14.0.0.255 4";
	private static final String ONE = "09034f4e45";
	private static final String TWO = "090354574f";

	private void measure(int amount) throws IOException {
		does("measure %s %d".formatted(ENERGY.formatted(0), amount));
	}

	private void holds(String register, int... values) throws IOException {
		for (int rate = 0; rate < values.length; rate++) {
			assertEquals("06%08x".formatted(values[rate]), get("%s 2".formatted(register.formatted(rate))), "rate %d".formatted(rate));
		}
	}

	/** What is measured counts in the total and in the one rate that the calendar has chosen, across switching times and a loss of power. */
	@Test
	void energyFollowsTheCalendar() throws IOException {
		measure(100); // noon of a Monday: rate 2 since six, though the meter has only now been told the time
		does("until 2026 11 23 21 59 59");
		measure(10);
		does("advance 1");
		measure(1);
		holds(ENERGY, 111, 1, 110);
		does("power 36000"); // eight in the morning
		assertEquals(TWO, get(MASK));
		measure(1000);
		holds(ENERGY, 1111, 1, 1110);
	}

	/** A mask that names nothing, or is none of the list, leaves the total alone; one that names both counts in both. */
	@Test
	void aMaskNamesAnyNumberOfRegisters() throws IOException {
		does("set %s 09034e4f4e".formatted(MASK));
		measure(5);
		holds(ENERGY, 5, 0, 0);
		try (DlmsClient client = local()) {
			assertEquals(0, client.act(6, name("0-0:14.0.0*255"), 2, hex("0202 0904424F5448 0102 1101 1102")).result());
		}
		does("set %s 0904424f5448".formatted(MASK));
		measure(7);
		holds(ENERGY, 12, 7, 7);
	}

	/** Schedules wait until the time that they had reached; the rate is that of the time that it is. */
	@Test
	void theRateFollowsAClockThatIsSetBack() throws IOException {
		does("until 2026 11 23 22 30 0");
		assertEquals(ONE, get(MASK));
		does("clock 2026 11 23 21 30 0");
		assertEquals(TWO, get(MASK));
		does("until 2026 11 23 21 59 59");
		assertEquals(TWO, get(MASK));
		does("advance 1");
		assertEquals(ONE, get(MASK));
		does("clock 2026 11 20 12 0 0"); // far back: a Friday
		assertEquals(TWO, get(MASK));
	}

	/** Somebody else may choose until the calendar's next action. */
	@Test
	void aClientChoosesUntilTheNextAction() throws IOException {
		try (DlmsClient client = local()) {
			assertEquals(0, client.act(9, name("0-0:10.0.100*255"), 1, hex("120001")).result());
		}
		assertEquals(ONE, get(MASK));
		does("power 60");
		measure(3);
		holds(ENERGY, 3, 3, 0);
		does("until 2026 11 24 6 0 0");
		assertEquals(TWO, get(MASK));
	}

	/** The largest average of a period, as a whole and in the rate that counts when the period ends, with its moment. */
	@Test
	void maximaFollowTheRate() throws IOException {
		average(300);
		holds(MAXIMUM, 100, 0, 100);
		assertTrue(get(MAXIMUM.formatted(2) + " 5").contains("07ea0b17010c0500"), get(MAXIMUM.formatted(2) + " 5"));
		does("until 2026 11 23 23 0 0");
		average(150);
		holds(MAXIMUM, 100, 50, 100);
		average(600);
		holds(MAXIMUM, 250, 250, 100);
		does("do %s 1 0f00".formatted(MAXIMUM.formatted(1)));
		holds(MAXIMUM, 250, 0, 100);
	}

	/** Lets a period of five minutes pass with this power; an average is that of three periods. */
	private void average(int watts) throws IOException {
		does("measure 5 1.0.1.4.0.255 %d".formatted(300 * watts));
		does("advance 300");
	}
}
