// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.bool;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.cosem.value.Values.unsigned;
import static org.meterwright.rules.area.Sample.allow;
import static org.meterwright.rules.area.Sample.run;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.value.Value;

/** Rules on calendars and on single settings. */
class SettingRulesTest extends RuleCases {
	private static final String BALANCE = "0-0:19.10.0*255";
	private static final String STANDING = "0-0:19.20.0*255";

	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(CalendarRules.DATES, s -> schedule(s, "07EA0A01FF", "07E90301FF"), s -> schedule(s, "07E90A01FF", "07EA0301FF")),
				rule(CalendarRules.TWICE, s -> calendar(s, "31", "00000000"), s -> calendar(s, "32", "00000000")),
				rule(CalendarRules.DAY_START, s -> days(s, 52), s -> days(s, 51)),
				rule(CalendarRules.DAY_ORDER, s -> calendar(s, "32", "00000000", "16000000", "06000000"), s -> calendar(s, "32", "00000000", "06000000", "16000000")),
				rule(CalendarRules.WILDCARDS, s -> single(s, "FFFFFF01FF"), s -> single(s, "07EA0201FF")),
				rule(EntryRules.SAP_LIST, s -> list(s, 17), s -> list(s, 1)),
				rule(EntryRules.SAP_LIST, s -> named(s, "ACM2"), s -> named(s, "ACM1")),
				rule(EntryRules.LISTED_TWICE, s -> account(s, STANDING, STANDING), s -> account(s, STANDING)),
				rule(EntryRules.CHARGE_UNLISTED, s -> account(s), s -> account(s, STANDING)),
				rule(EntryRules.NO_PERIOD, s -> period(s, 0), s -> period(s, 86_400)),
				rule(EntryRules.NO_ACTIVATION, s -> s.total.setActive(s.power), s -> {
					s.total.setActive(s.power);
					s.total.setActivation(Triggers.column(s.clock, 2));
				}),
				rule(EntryRules.ENERGY_LOST, s -> s.store(s.total, 2, Storage.RAM), s -> s.store(s.total, 2, Storage.NVM)),
				rule(EntryRules.EMPTY_BLOCK, s -> image(s, 0), s -> image(s, 200)),
				rule(EntryRules.HDLC_ADDRESS, s -> hdlc(s, 15), s -> hdlc(s, 16)));
	}

	private static void schedule(Sample s, String begin, String end) {
		Value entry = structure(longUnsigned(1), bool(true), logicalName("0-0:10.0.106*255"), longUnsigned(51), octets("12000000"), longUnsigned(0xFFFF), new Value.Bits("1111111"), new Value.Bits(""),
				octets(begin), octets(end));
		s.shown("calendar", "10 0", "0-0:12.0.0*255", each -> each.rom(2, array(entry)));
	}

	private static void calendar(Sample s, String secondWeek, String... times) {
		Value season = structure(octets("41"), octets("FFFF0101FF000000FF8000FF"), octets("31"));
		Value[] actions = Stream.of(times).map(time -> action(time, 51)).toArray(Value[]::new);
		s.shown("calendar", "20 0", "0-0:13.0.0*255", each -> each.rom(3, array(season)).rom(4, array(week("31"), week(secondWeek))).rom(5, array(structure(unsigned(1), array(actions)))));
	}

	/** Two days, of which the second begins in the morning. */
	private static void days(Sample s, int second) {
		Value season = structure(octets("41"), octets("FFFF0101FF000000FF8000FF"), octets("31"));
		Value first = structure(unsigned(1), array(action("00000000", 51)));
		Value other = structure(unsigned(2), array(action("06000000", second)));
		s.shown("calendar", "20 0", "0-0:13.0.0*255", each -> each.rom(3, array(season)).rom(4, array(week("31"))).rom(5, array(first, other)));
	}

	private static Value action(String time, int script) {
		return structure(octets(time), logicalName("0-0:10.0.106*255"), longUnsigned(script));
	}

	private static Value week(String name) {
		return structure(octets(name), unsigned(1), unsigned(1), unsigned(1), unsigned(1), unsigned(1), unsigned(1), unsigned(1));
	}

	private static void single(Sample s, String date) {
		s.shown("schedule", "22 0", "0-0:15.0.1*255", each -> each.rom(2, run(51)).rom(3, enumerated(2)).rom(4, array(structure(octets("00000000"), octets(date)))));
	}

	private static void list(Sample s, int sap) {
		s.shown("list", "17 0", "0-0:41.0.0*255", each -> each.rom(2, array(structure(longUnsigned(sap), octets("41434D")))));
	}

	private static void named(Sample s, String name) {
		s.device.setLogicalDeviceName("ACM1");
		s.shown("list", "17 0", "0-0:41.0.0*255", each -> each.rom(2, array(structure(longUnsigned(1), octets(HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII)))))));
	}

	private static void account(Sample s, String... charges) {
		s.shown("credit", "112 0", BALANCE, each -> each.rom(4, unsigned(1)));
		s.shown("standing", "113 0", STANDING, each -> each.rom(13, longUnsigned(0)));
		Value listed = array(Stream.of(charges).map(name -> logicalName(name)).toArray(Value[]::new));
		s.shown("account", "111 0", "0-0:19.0.0*255", each -> each.rom(2, structure(enumerated(2), enumerated(2))).rom(9, array(logicalName(BALANCE))).rom(10, listed).rom(11, array()).rom(12, array()));
	}

	private static void period(Sample s, int seconds) {
		s.shown("standing", "113 0", STANDING, each -> each.rom(3, enumerated(1)).rom(8, doubleLongUnsigned(seconds)).rom(13, longUnsigned(0)));
	}

	private static void image(Sample s, int block) {
		CosemObject image = s.shown("image", "18 0", "0-0:44.0.0*255", each -> each.rom(2, doubleLongUnsigned(block)).rom(5, bool(true)));
		allow(s.supplying, image, 2, 1);
		allow(s.supplying, image, 4, 1);
	}

	private static void hdlc(Sample s, int address) {
		s.shown("line", "23 1", "0-0:22.0.0*255", each -> each.rom(9, longUnsigned(address)));
	}
}
