// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;

import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.CosemFactory;

class AcceptanceRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule("MW-ACC-001", s -> accept(s, "MW-PUSH-012", "internal"),
						s -> {
							s.billing.setAddressed(false);
							accept(s, "MW-PUSH-012", "internal");
						}),
				rule("MW-ACC-002", s -> accept(s, "MW-ID-001", "needed"),
						s -> {
							s.billing.setAddressed(false);
							accept(s, "MW-PUSH-012", "internal");
						}),
				rule("MW-ACC-003", s -> accept(s, "MW-PUSH-999", "as agreed"),
						s -> {
							s.billing.setAddressed(false);
							accept(s, "MW-PUSH-012", "internal");
						}),
				rule("MW-ACC-004", s -> {
							s.billing.setAddressed(false);
							accept(s, "MW-PUSH-012", "");
						},
						s -> {
							s.billing.setAddressed(false);
							accept(s, "MW-PUSH-012", "internal");
						}));
	}

	private static void accept(Sample s, String rule, String reason) {
		Acceptance acceptance = CosemFactory.eINSTANCE.createAcceptance();
		acceptance.setRule(rule);
		acceptance.setReason(reason);
		acceptance.setSubject(s.billing);
		acceptance.getOrigins().add(s.line());
		s.meter.getAcceptances().add(acceptance);
	}
}
