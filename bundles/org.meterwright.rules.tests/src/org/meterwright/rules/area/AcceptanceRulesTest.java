// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.meterwright.cosem.value.Values.unsigned;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;

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

	@Test
	void anAcceptanceOfAPushCoversItsObject() {
		Sample s = new Sample();
		s.value(s.pushObject, 6, unsigned(3));
		accept(s, "MW-PUSH-009", "the port waits");
		assertEquals(List.of(Optional.of("the port waits")), new RuleChecker().check(s.meter).stream().map(Finding::accepted).toList());
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
