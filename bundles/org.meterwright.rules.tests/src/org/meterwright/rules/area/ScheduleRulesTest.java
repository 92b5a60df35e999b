// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.cosem.value.Values.unsigned;
import static org.meterwright.rules.area.Sample.run;

import java.util.List;

import org.meterwright.cosem.value.Value;

class ScheduleRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ScheduleRules.DUPLICATE_ENTRY, s -> holidays(s, day(1, 1), day(1, 1)),
						s -> holidays(s, day(1, 1), day(2, 1))),
				rule(ScheduleRules.TYPE, s -> schedule(s, 52, 1),
						s -> schedule(s, 52, 2)),
				rule(ScheduleRules.NO_WEEK, s -> calendar(s, "39", 1, 2),
						s -> calendar(s, "31", 1, 2)),
				rule(ScheduleRules.NO_DAY, s -> calendar(s, "31", 7, 2),
						s -> calendar(s, "31", 2, 2)),
				rule(ScheduleRules.DUPLICATE_DAY, s -> calendar(s, "31", 1, 1),
						s -> calendar(s, "31", 1, 2)),
				rule(ScheduleRules.SPECIAL_DAY, s -> {
							calendar(s, "31", 1, 2);
							holidays(s, day(1, 9));
						},
						s -> {
							calendar(s, "31", 1, 2);
							holidays(s, day(1, 2));
						}),
				rule(ScheduleRules.NO_SCRIPT, s -> schedule(s, 0, 2),
						s -> schedule(s, 51, 2)));
	}

	private static Value day(int index, int dayId) {
		return structure(longUnsigned(index), octets("FFFF0C19FF"), unsigned(dayId));
	}

	private static void holidays(Sample s, Value... days) {
		s.shown("holidays", "11 0", "0-0:11.0.0*255", each -> each.rom(2, array(days)));
	}

	private static void schedule(Sample s, int script, int type) {
		Value midnight = structure(octets("00000000"), octets("07EA0101FF"));
		Value later = structure(octets("00000000"), octets("07EA0201FF"));
		s.shown("schedule", "22 0", "0-0:15.0.1*255", each -> each.rom(2, run(script)).rom(3, enumerated(type)).rom(4, array(midnight, later)));
	}

	private static void calendar(Sample s, String week, int monday, int secondDay) {
		Value season = structure(octets("41"), octets("FFFF0101FF000000FF8000FF"), octets(week));
		Value days = structure(octets("31"), unsigned(monday), unsigned(1), unsigned(1), unsigned(1), unsigned(1), unsigned(1), unsigned(1));
		s.shown("calendar", "20 0", "0-0:13.0.0*255", each -> each.rom(3, array(season)).rom(4, array(days))
				.rom(5, array(structure(unsigned(1), midnight()), structure(unsigned(secondDay), midnight()))));
	}

	private static Value midnight() {
		return array(structure(octets("00000000"), logicalName("0-0:10.0.106*255"), longUnsigned(51)));
	}
}
