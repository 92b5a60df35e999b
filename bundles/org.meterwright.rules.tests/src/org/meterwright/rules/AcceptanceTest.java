// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.value.Origin;

class AcceptanceTest {
	private static final Origin PLACE = new Origin("a.cosem", 3, 20, 4, "written");
	private static final Rule LANGUAGE = new Rule("MW-LANG-001", "Language", Severity.ERROR, "It.", "Why.", "Clause", Rule.When.TYPING, "bad", "good",
			Optional.empty(), true);

	private final MeterBuilder builder = new MeterBuilder("E1").origin(new Origin("a.cosem", 1, 0, 5, "written"));

	private Meter accepting(String rule) {
		builder.device("management", 1).named("ACM1");
		Acceptance acceptance = CosemFactory.eINSTANCE.createAcceptance();
		acceptance.setRule(rule);
		acceptance.setReason("because");
		Meter meter = builder.build();
		meter.getAcceptances().add(acceptance);
		return meter;
	}

	@Test
	void anAcceptedFindingStaysAndSaysWhy() {
		List<Finding> findings = new RuleChecker().check(accepting("MW-ID-010"));
		assertEquals(List.of("MW-ID-010", "MW-ID-011"), findings.stream().map(Finding::rule).toList());
		assertEquals(Optional.of("because"), findings.get(0).accepted());
		assertEquals(Optional.empty(), findings.get(1).accepted());
	}

	@Test
	void anAcceptanceCoversFindingsOfOtherStages() {
		Finding finding = Finding.of(LANGUAGE, PLACE, "it is so");
		assertTrue(finding.isBlocking());
		RuleChecker checker = new RuleChecker(RuleCatalogue.standard().with(RuleCatalogue.of(List.of(LANGUAGE))));
		Finding judged = checker.check(accepting("MW-LANG-001"), List.of(finding)).stream().filter(each -> each.rule().equals("MW-LANG-001")).findFirst()
				.orElseThrow();
		assertEquals(Optional.of("because"), judged.accepted());
		assertFalse(judged.isBlocking());
	}

	@Test
	void anAttributeNarrowsAnAcceptance() {
		Meter meter = accepting("MW-ID-010");
		meter.getAcceptances().get(0).setSubject(meter.getDevices().get(0));
		meter.getAcceptances().get(0).setAttribute(2);
		assertEquals(List.of("MW-ACC-001", "MW-ID-010", "MW-ID-011"), new RuleChecker().check(meter).stream().map(Finding::rule).sorted().toList());
	}

	@Test
	void unusedAcceptancesAreToldByFullChecksOnly() {
		Meter meter = accepting("MW-PUSH-012");
		assertTrue(new RuleChecker().checkWhileTyping(meter, List.of()).isEmpty());
		assertTrue(new RuleChecker().check(meter).stream().anyMatch(finding -> finding.rule().equals("MW-ACC-001")));
	}
}
