// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.rules.area.Sample.column;

import java.util.List;

import org.meterwright.cosem.Storage;
import org.meterwright.cosem.value.Value;

class ProfileRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ProfileRules.SORT_OBJECT, s -> s.value(s.log, 5, enumerated(3)),
						s -> {
							s.value(s.log, 5, enumerated(3));
							s.value(s.log, 6, column(8, "0-0:1.0.0*255", 2));
						}),
				rule(ProfileRules.OWN_BUFFER, s -> capture(s, column(7, "0-0:99.98.0*255", 2)),
						s -> capture(s, column(7, "0-0:99.98.0*255", 7))),
				rule(ProfileRules.NO_COLUMN, s -> s.value(s.log, 3, array()),
						s -> s.value(s.log, 3, null)),
				rule(ProfileRules.NO_CAPTURE, s -> other(s, 0),
						s -> other(s, 900)),
				rule(ProfileRules.TOO_FULL, s -> s.value(s.log, 7, doubleLongUnsigned(101)),
						s -> s.value(s.log, 7, doubleLongUnsigned(100))),
				rule(ProfileRules.DUPLICATE_COLUMN, s -> capture(s, column(1, "0-0:96.11.0*255", 2)),
						s -> capture(s, column(3, "1-0:1.8.0*255", 2))),
				rule(ProfileRules.VOLATILE_BUFFER, s -> s.store(s.log, 2, Storage.RAM),
						s -> s.store(s.log, 2, Storage.CALL).setHandler("logBuffer")),
				rule(ProfileRules.ODD_PERIOD, s -> s.value(s.log, 4, doubleLongUnsigned(420)),
						s -> s.value(s.log, 4, doubleLongUnsigned(172_800))));
	}

	private static void capture(Sample s, Value more) {
		s.value(s.log, 3, array(column(8, "0-0:1.0.0*255", 2), column(1, "0-0:96.11.0*255", 2), more));
	}

	private static void other(Sample s, int period) {
		s.shown("profile", "7 1", "1-0:99.1.0*255", each -> each.nvm(2).rom(3, array(column(8, "0-0:1.0.0*255", 2), column(3, "1-0:1.8.0*255", 2)))
				.rom(4, doubleLongUnsigned(period)).rom(8, doubleLongUnsigned(10)));
	}
}
