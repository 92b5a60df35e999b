// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.rules.area.Sample.entry;
import static org.meterwright.rules.area.Sample.grant;

import java.util.List;

import org.meterwright.cosem.access.AccessRights;

class ServiceRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ServiceRules.OPEN_CHANGES, s -> {
							s.show(s.open, s.clock);
							grant(s.open, s.clock, 2, 3);
						},
						s -> s.show(s.open, s.clock)),
				rule(ServiceRules.NO_GET, s -> without(s, 0x10),
						s -> s.supplying.setConformance(0)),
				rule(ServiceRules.NO_SET, s -> without(s, 0x08),
						s -> {
							without(s, 0x08);
							grant(s.supplying, s.clock, 2, 1);
							grant(s.supplying, s.clock, 3, 1);
						}),
				rule(ServiceRules.NO_ACTION, s -> without(s, 0x01),
						s -> {
							without(s, 0x01);
							entry(s.supplying, s.scripts).setRights(AccessRights.of(entry(s.supplying, s.scripts).getRights().attributes(), List.of()));
						}),
				rule(ServiceRules.NO_SELECTION, s -> {
							grant(s.supplying, s.log, 2, 1, 1);
							without(s, 0x04);
						},
						s -> grant(s.supplying, s.log, 2, 1, 1)),
				rule(ServiceRules.RESERVED_BITS, s -> s.supplying.setConformance(s.supplying.getConformance() | 0x100000),
						s -> s.supplying.setConformance(s.supplying.getConformance() | 0x400000)),
				rule(ServiceRules.PDU_RANGE, s -> s.supplying.setMaximumPdu(70_000),
						s -> s.supplying.setMaximumPdu(65_535)),
				rule(ServiceRules.LIST_TOO_LONG, s -> {
							without(s, 0x1000);
							s.supplying.setMaximumPdu(256);
						},
						s -> {
							without(s, 0x1000);
							s.supplying.setMaximumPdu(0);
						}));
	}

	private static void without(Sample s, int bit) {
		s.supplying.setConformance(s.supplying.getConformance() & ~bit);
	}
}
