// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monitors, Limiters, Demand registers, guards and the switch act when values change. */
class WatchBehaviourTest extends LivingMeter {

	@Test
	void aMonitorHasTwoThresholds() throws IOException {
		for (int volts : new int[] { 2300, 2069, 2050, 2090, 2099, 2100, 2080, 2000 }) {
			does("set 3 1.0.32.7.0.255 2 12%04x".formatted(volts));
		}
		assertEquals(3, rows(EVENTS)); // low at 206.9, back at 210.0, low at 200.0
		String log = get(EVENTS + " 2");
		assertTrue(log.matches(".*12004c.*12004d.*12004c"), log);
	}

	/** The first value after power-up counts as if the voltage had been good before. */
	@Test
	void aBadValueAtFirstIsNoticed() throws IOException {
		does("set 3 1.0.32.7.0.255 2 1207d0");
		assertEquals(1, rows(EVENTS));
		does("power 10");
		does("set 3 1.0.32.7.0.255 2 1207d0");
		assertEquals(2, rows(EVENTS));
	}

	@Test
	void aLimiterWaits() throws IOException {
		does("set 3 1.0.1.7.0.255 2 0500001770");
		does("advance 59");
		assertEquals("1601", get(BREAKER + " 3"));
		does("set 3 1.0.1.7.0.255 2 0500000000"); // too short
		does("set 3 1.0.1.7.0.255 2 0500001770");
		does("clock 2026 11 23 18 0 0"); // a clock that is set makes no difference
		does("advance 59");
		assertEquals("1601", get(BREAKER + " 3"));
		does("advance 1");
		assertEquals("1600", get(BREAKER + " 3"));
		does("set 3 1.0.1.7.0.255 2 0500000000");
		does("advance 30");
		assertEquals("1602", get(BREAKER + " 3")); // mode 5: somebody has to press the button
		does("supply %s 1".formatted(BREAKER));
		assertEquals("1601", get(BREAKER + " 3"));
	}

	/** From its activation time until its duration is over the emergency profile's threshold counts, if its group is one of the Limiter's. */
	@Test
	void anEmergencyProfileLowersTheThresholdForAWhile() throws IOException {
		String limiter = "71 0.0.17.0.1.255";
		does("set 3 1.0.1.7.0.255 2 05000007d0"); // 2,000 W
		does("set %s 8 0203120007090c07ea0b17ff0d0000008000000600000e10".formatted(limiter)); // group 7, from 13:00, an hour
		does("until 2026 11 23 12 59 59");
		assertEquals("0300", get(limiter + " 10"));
		does("advance 11");
		assertEquals("0301", get(limiter + " 10"));
		assertEquals("05000003e8", get(limiter + " 3"));
		does("advance 10");
		assertEquals("1102", get(MARK));
		does("until 2026 11 23 13 59 59");
		assertEquals("0301", get(limiter + " 10"));
		does("advance 20");
		assertEquals("0300", get(limiter + " 10"));
		assertEquals("0500002328", get(limiter + " 3"));
		assertEquals("1101", get(MARK));
	}

	@Test
	void anEmergencyProfileOfAnotherGroupIsNotObeyed() throws IOException {
		does("set 71 0.0.17.0.1.255 8 0203120008090c07ea0b17ff0d0000008000000600000e10");
		does("until 2026 11 23 13 30 0");
		assertEquals("0300", get("71 0.0.17.0.1.255 10"));
	}

	/** Modes, and what remote, manual and local transitions do from connected: state afterwards. */
	@ParameterizedTest
	@CsvSource({ "1, 02, 02, 02", "2, 02, 02, 01", "3, 01, 02, 02", "4, 01, 02, 01", "5, 02, 02, 02", "6, 01, 02, 02" })
	void theSwitchMovesAsItsModeAllows(int mode, String manual, String local, String remote) throws IOException {
		does("set %s 4 16%02x".formatted(BREAKER, mode));
		meter().command("supply %s 0".formatted(BREAKER));
		assertEquals("16" + manual, get(BREAKER + " 3"));
		does("set %s 3 1601".formatted(BREAKER));
		does("supply %s 2".formatted(BREAKER));
		assertEquals("16" + local, get(BREAKER + " 3"));
		does("do %s 1 0f00".formatted(BREAKER));
		assertEquals("1600", get(BREAKER + " 3"));
		assertEquals("0300", get(BREAKER + " 2"));
		does("do %s 2 0f00".formatted(BREAKER));
		assertEquals("16" + remote, get(BREAKER + " 3"));
		does("do %s 2 0f00".formatted(BREAKER));
		assertEquals("16" + remote, get(BREAKER + " 3"));
	}

	@Test
	void demandSlides() throws IOException {
		for (int watts : new int[] { 300, 600, 900, 0 }) {
			for (int i = 0; i < 5; i++) {
				does("measure 5 1.0.1.4.0.255 %d".formatted(60 * watts));
				does("advance 60");
			}
		}
		assertEquals("06%08x".formatted(500), get("5 1.0.1.4.0.255 3"));
		does("do 5 1.0.1.4.0.255 1 0f00");
		assertEquals("0600000000", get("5 1.0.1.4.0.255 3"));
	}

	/** What the calendar of quiet hours holds back is done when they end, if the credit is still used up then. */
	@Test
	void aGuardHoldsBackAndLetsGo() throws IOException {
		does("until 2026 11 23 23 0 0");
		does("set %s 2 0500000000".formatted(CREDIT));
		assertEquals("1100", get(MARK));
		does("until 2026 11 24 5 59 0");
		assertEquals("1100", get(MARK));
		does("advance 120");
		assertEquals("1102", get(MARK));
		does("set %s 2 0500100000".formatted(CREDIT)); // more than the charges of the day
		assertEquals("1101", get(MARK));
		does("until 2026 11 24 23 0 0");
		does("set %s 1105".formatted(MARK));
		does("set %s 2 0500000000".formatted(CREDIT));
		does("set %s 2 0500000100".formatted(CREDIT)); // nothing was done, and there is nothing to undo
		assertEquals("1105", get(MARK));
	}
}
