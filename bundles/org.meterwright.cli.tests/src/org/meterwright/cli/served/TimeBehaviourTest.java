// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.scenario.client.DlmsClient;

/** Schedules, calendars, captures by period and the clock itself, when time passes, is set, or the supply fails meanwhile. */
class TimeBehaviourTest extends LivingMeter {

	@Test
	void aMonthIsBilledOnceAndAtItsMoment() throws IOException {
		does("until 2026 11 30 23 59 59");
		assertEquals(0, rows(BILLING));
		does("advance 1");
		assertEquals(1, rows(BILLING));
		assertTrue(get(BILLING + " 2").contains("090c07ea0c0102000000"), get(BILLING + " 2"));
		does("advance 86400");
		assertEquals(1, rows(BILLING));
	}

	/** Forward over the date: at once, and once. Back before it: not again. Back by more than a day: again, at the right time. */
	@Test
	void theClockIsSetAcrossABillingDate() throws IOException {
		does("clock 2026 12 1 0 30 0");
		assertEquals(1, rows(BILLING));
		does("clock 2026 11 30 23 50 0");
		does("advance 7200");
		assertEquals(1, rows(BILLING));
		does("clock 2026 11 25 0 0 0");
		does("until 2026 12 1 0 0 1");
		assertEquals(2, rows(BILLING));
		does("clock 2028 1 15 0 0 0");
		assertEquals(3, rows(BILLING));
	}

	@Test
	void aLossOfPowerIsMadeUpForOnce() throws IOException {
		does("until 2026 11 30 12 0 0");
		does("power 259200");
		assertEquals("2026-12-03T12:00:00", meter().command("now"));
		assertEquals(1, rows(BILLING));
		does("power off");
		assertEquals("off", get(RATE));
		does("advance 60");
		does("power on");
		assertEquals(1, rows(BILLING));
	}

	/** A capture by the hour each hour of the day, 23 of them when daylight saving begins and 25 when it ends; 02:30 comes once. */
	@ParameterizedTest
	@CsvSource({ "3, 29, 23", "10, 25, 25", "11, 24, 24" })
	void daysThatAreShorterAndLonger(int month, int day, int hours) throws IOException {
		does("time 2026 %d %d 0 0 0".formatted(month, day));
		does("until 2026 %d %d 0 0 0".formatted(month, day + 1));
		assertEquals(hours, rows(LOAD));
		assertEquals(1, rows(EVENTS));
	}

	@Test
	void aScheduleRunsOnItsDaysAndWithinItsWindow() throws IOException {
		does("until 2026 11 24 7 59 59");
		assertEquals("1100", get(MARK));
		does("advance 1");
		assertEquals("1101", get(MARK));
		does("set %s 1105".formatted(MARK));
		does("time 2026 11 28 7 0 0"); // a Saturday
		does("advance 86400");
		assertEquals("1105", get(MARK));
		does("time 2026 12 25 7 0 0"); // a special day
		does("advance 7200");
		assertEquals("1105", get(MARK));
		does("time 2026 11 26 7 0 0");
		does("power 5400"); // half past eight: still within the window
		assertEquals("1101", get(MARK));
		does("set %s 1105".formatted(MARK));
		does("time 2026 11 26 7 0 0");
		does("power 7200"); // nine: too late
		assertEquals("1105", get(MARK));
	}

	/** Daylight saving begins in March and ends in October, says the clock: a month that is told by it is that one, every year, and follows the clock. */
	@Test
	void monthsAreToldByDaylightSaving() throws IOException {
		runsBetween("FFFFFEFEFF", "FFFFFDFDFF"); // from the last of March to the second last of October
		marks("2027 3 30", false);
		marks("2027 3 31", true);
		marks("2027 6 30", true);
		marks("2027 10 29", true);
		runsBetween("FFFFFDFEFF", "FFFFFEFDFF"); // from the last of October to the second last of March
		marks("2027 10 29", false);
		marks("2027 11 1", true);
		marks("2028 3 30", true);
		marks("2028 3 31", false);
		does("set 8 0.0.1.0.0.255 6 090CFFFF0BFE0702000000800000"); // it ends in November
		marks("2028 11 29", false);
		marks("2028 11 30", true);
	}

	/** Without a month in the clock nobody knows when daylight saving begins: no day is meant. */
	@Test
	void aMonthThatTheClockDoesNotSayIsNone() throws IOException {
		does("set 11 0.0.11.0.0.255 2 01010203120001" + "0905FFFFFE0FFF" + "1102");
		does("set 8 0.0.1.0.0.255 5 090CFFFFFFFF07FF000000800000");
		does("time 2027 3 14 12 0 0");
		does("until 2027 3 15 7 0 0");
		assertEquals("1102", get(RATE));
	}

	/** The fifteenth of the month in which daylight saving begins is special, and another season begins with the month in which it ends. */
	@Test
	void daysAreSpecialAndSeasonsBeginByDaylightSaving() throws IOException {
		does("set 11 0.0.11.0.0.255 2 01010203120001" + "0905FFFFFE0FFF" + "1102");
		does("set 20 0.0.13.0.0.255 3 0102" + season("FFFF0101FF", "5731") + season("FFFFFD01FF", "5732"));
		does("set 20 0.0.13.0.0.255 4 0102" + "020809025731" + "1101".repeat(7) + "020809025732" + "1102".repeat(7));
		rateAtSeven("2027 3 12", "1102"); // Friday
		rateAtSeven("2027 3 15", "1101"); // Monday, but special
		rateAtSeven("2027 9 30", "1102");
		rateAtSeven("2027 10 1", "1101");
	}

	private void runsBetween(String begin, String end) throws IOException {
		does("set 10 0.0.12.0.0.255 2 0101020A1200010301090600000A0064FF12000B09040800000012001E0407FE04000905" + begin + "0905" + end);
	}

	/** At eight in the morning the schedule marks, or does not. */
	private void marks(String date, boolean expected) throws IOException {
		does("time %s 7 0 0".formatted(date));
		does("set %s 1105".formatted(MARK));
		does("advance 7200");
		assertEquals(expected ? "1101" : "1105", get(MARK), date);
	}

	private void rateAtSeven(String date, String expected) throws IOException {
		does("time %s 5 0 0".formatted(date));
		does("until %s 7 0 0".formatted(date));
		assertEquals(expected, get(RATE), date);
	}

	private static String season(String begin, String week) {
		return "020309014E090C%s000000008000000902%s".formatted(begin, week);
	}

	@Test
	void clientsEditASchedule() throws IOException {
		try (DlmsClient client = local()) {
			byte[] entry = hex("020A 120002 0301 0906 00000A0064FF 12000C 0904 09000000 12FFFF 0407FE 0400 0905 FFFFFFFFFF 0905 FFFFFFFFFF");
			assertEquals(0, client.act(10, name("0-0:12.0.0*255"), 2, entry).result());
			assertEquals(2, client.get(10, name("0-0:12.0.0*255"), 2).data()[1]);
			does("until 2026 11 24 9 0 0");
			assertEquals("1102", get(MARK));
			assertEquals(0, client.act(10, name("0-0:12.0.0*255"), 1, hex("0204 120002 120002 120002 120001")).result());
			does("set %s 1105".formatted(MARK));
			does("until 2026 11 25 9 0 0");
			assertEquals("1101", get(MARK));
			assertEquals(0, client.act(10, name("0-0:12.0.0*255"), 3, hex("0202 120001 120001")).result());
			assertEquals(1, client.get(10, name("0-0:12.0.0*255"), 2).data()[1]);
			assertEquals(0, client.act(11, name("0-0:11.0.0*255"), 1, hex("0203 120002 0905 07EA0B1AFF 1102")).result());
			assertEquals(2, client.get(11, name("0-0:11.0.0*255"), 2).data()[1]);
			assertEquals(0, client.act(11, name("0-0:11.0.0*255"), 2, hex("120001")).result());
			assertEquals(1, client.get(11, name("0-0:11.0.0*255"), 2).data()[1]);
			assertEquals(0, client.act(6, name("0-0:14.0.0*255"), 2, hex("0202 0903545245 0101 1102")).result());
			assertEquals(3, client.get(6, name("0-0:14.0.0*255"), 3).data()[1]);
			assertEquals(0, client.act(6, name("0-0:14.0.0*255"), 3, hex("09034F4E45")).result());
			assertEquals(2, client.get(6, name("0-0:14.0.0*255"), 3).data()[1]);
		}
	}

	@Test
	void theCalendarChoosesTheRate() throws IOException {
		does("until 2026 11 23 22 0 0");
		assertEquals("1101", get(RATE));
		does("advance 28800");
		assertEquals("1102", get(RATE));
		does("until 2026 11 28 0 0 0"); // the weekend
		assertEquals("1101", get(RATE));
		does("until 2026 12 25 7 0 0"); // a Friday, and a special day
		assertEquals("1101", get(RATE));
		try (DlmsClient client = local()) {
			assertEquals(0, client.set(20, name("0-0:13.0.0*255"), 10, hex("090C 07EB0104FF 0B0000FF 8000FF")));
			does("until 2027 1 4 10 59 59");
			assertEquals("09034f4c44", get("20 0.0.13.0.0.255 2"));
			does("set %s 1100".formatted(RATE));
			does("advance 1");
			assertEquals("09034e4557", get("20 0.0.13.0.0.255 2"));
			assertEquals("1102", get(RATE)); // the action in force since ten
		}
	}

	@Test
	void theClockIsAdjusted() throws IOException {
		try (DlmsClient client = local()) {
			LogicalName clock = name("0-0:1.0.0*255");
			does("time 2026 11 23 12 8 40");
			assertEquals(0, client.act(8, clock, 3, hex("0F00")).result());
			assertEquals("2026-11-23T12:09:00", meter().command("now"));
			assertEquals(0, client.act(8, clock, 1, hex("0F00")).result());
			assertEquals("2026-11-23T12:15:00", meter().command("now"));
			assertEquals(0, client.act(8, clock, 6, hex("10FFF6")).result());
			assertEquals("2026-11-23T12:14:50", meter().command("now"));
			assertEquals(0, client.act(8, clock, 2, hex("0F00")).result());
			assertEquals("2026-11-23T12:00:00", meter().command("now"));
			assertEquals(0, client.act(8, clock, 5, hex("0203 090C 07EA0B17FF 0D0000FF 8000FF 090C 07EA0B17FF 0C0000FF 8000FF 090C 07EA0B17FF 0C1E00FF 8000FF")).result());
			assertEquals(0, client.act(8, clock, 4, hex("0F00")).result());
			assertEquals("2026-11-23T13:00:00", meter().command("now"));
			assertEquals(250, client.act(8, clock, 4, hex("0F00")).result());
			assertEquals(0, client.set(8, clock, 2, hex("090C 07EA0C01FF 000100FF 800000")));
			assertEquals(1, rows(BILLING));
		}
	}
}
