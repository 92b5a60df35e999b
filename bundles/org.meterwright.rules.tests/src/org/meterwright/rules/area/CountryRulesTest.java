// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;

import java.util.List;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.builder.Triggers;

/** Rules that companions of single countries bring. */
class CountryRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(CountryRules.SAUDI_SCHEDULE, s -> schedule(s, "saudi.sec", 0), s -> schedule(s, "saudi.sec", 1)),
				rule(CountryRules.SAUDI_SCHEDULE, s -> Companionship.add(s, "saudi.sec"), s -> schedule(s, "other.country", 0)),
				rule(CountryRules.DUTCH_FILTER, s -> filter(s, "smr.v5_5", 1 << 12), s -> filter(s, "smr.v5_5", 1 << 13)),
				rule(CountryRules.DUTCH_FILTER, s -> filter(s, "dsmr.v2_2", 3), s -> filter(s, "idis.package2", 3)),
				rule(CountryRules.INDIAN_ALERT, s -> alert(s, false), s -> alert(s, true)));
	}

	private static void schedule(Sample s, String companion, int number) {
		Companionship.add(s, companion);
		s.shown("pushSchedule", "22 0", "0-%d:15.0.4*255".formatted(number), each -> each.rom(2, structure(logicalName("0-0:10.0.106*255"), longUnsigned(51))).rom(3, enumerated(1))
				.rom(4, array(structure(octets("00000000"), octets("FFFFFF01FF")))));
	}

	private static void filter(Sample s, String companion, int bits) {
		Companionship.add(s, companion);
		s.shown("alarms", "1 0", "0-0:97.98.0*255", each -> each.ram(2, "bits of double-long-unsigned { clock_invalid = 0, fraud_attempt = 13 }"));
		s.shown("filter", "1 0", "0-0:97.98.10*255", each -> each.rom(2, doubleLongUnsigned(bits)));
	}

	private static void alert(Sample s, boolean tells) {
		Companionship.add(s, "india.is15959");
		CosemObject word = s.shown("statusWord", "1 0", "0-0:94.91.18*255", each -> each.ram(2, "bit-string(128)"));
		s.billing.setObject(s.shown("alertPush", "40 2", "0-4:25.9.0*255",
				each -> each.rom(3, structure(enumerated(0), octets("31302E302E302E313A34303539"), enumerated(0))).rom(8, Sample.noName())));
		if (tells) {
			s.billing.getColumns().add(Triggers.column(word, 2));
		}
	}
}
