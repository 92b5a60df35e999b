// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.bool;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.rules.area.Sample.column;
import static org.meterwright.rules.area.Sample.entry;
import static org.meterwright.rules.area.Sample.run;

import java.util.List;

class ClockRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ClockRules.NO_DATES, s -> saving(s, NEVER, OCTOBER, 60),
						s -> saving(s, MARCH, OCTOBER, 60)),
				rule(ClockRules.NO_DEVIATION, s -> saving(s, MARCH, OCTOBER, 0),
						s -> saving(s, MARCH, OCTOBER, -60)),
				rule(ClockRules.SAME_DATES, s -> saving(s, MARCH, MARCH, 60),
						s -> saving(s, MARCH, OCTOBER, 60)),
				rule(ClockRules.ONE_YEAR, s -> saving(s, "07EA03FE07010000FF8000FF", OCTOBER, 60),
						s -> saving(s, MARCH, OCTOBER, 60)),
				rule(ClockRules.NO_CLOCK, s -> {
							schedule(s);
							s.value(s.log, 3, array(column(1, "0-0:96.11.0*255", 2)));
							s.device.getObjects().remove(s.clock);
							s.supplying.getEntries().remove(entry(s.supplying, s.clock));
						},
						s -> schedule(s)));
	}

	private static final String NEVER = "FFFFFFFFFFFFFFFFFF8000FF";
	private static final String MARCH = "FFFF03FE07010000FF8000FF";
	private static final String OCTOBER = "FFFF0AFE07020000FF8000FF";

	private static void saving(Sample s, String begin, String end, int minutes) {
		s.value(s.clock, 5, octets(begin));
		s.value(s.clock, 6, octets(end));
		s.value(s.clock, 7, integer(minutes));
		s.value(s.clock, 8, bool(true));
	}

	private static void schedule(Sample s) {
		s.shown("schedule", "22 0", "0-0:15.0.1*255",
				each -> each.rom(2, run(52)).rom(3, enumerated(1)).rom(4, array(structure(octets("00000000"), octets("FFFFFF01FF")))));
	}
}
