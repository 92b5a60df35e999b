// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class RuleCatalogueTest {
	private static final Set<String> OF_ACCEPTANCES = Set.of("MW-ACC-001", "MW-ACC-002", "MW-ACC-003", "MW-ACC-004");

	@Test
	void everyRuleIsCheckedSomewhere() {
		Set<String> described = RuleCatalogue.standard().rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
		Set<String> checked = new TreeSet<>(new RuleChecker().book().rules());
		checked.addAll(OF_ACCEPTANCES);
		assertEquals(described, checked);
	}

	@Test
	void everyTextIsASentence() {
		for (Rule rule : RuleCatalogue.standard().rules()) {
			assertTrue(rule.id().matches("MW-[A-Z]+-\\d{3}"), rule.id());
			assertTrue(rule.title().matches("[A-Z].*\\."), rule.id());
			assertTrue(rule.why().matches("(?s).*[.:]"), rule.id());
			assertFalse(rule.clause().isBlank(), rule.id());
			assertFalse(rule.bad().equals(rule.good()), rule.id());
		}
	}

	@Test
	void titlesDiffer() {
		Set<String> titles = RuleCatalogue.standard().rules().stream().map(Rule::title).collect(Collectors.toSet());
		assertEquals(RuleCatalogue.standard().rules().size(), titles.size());
	}

	@Test
	void warningsCanAlwaysBeAccepted() {
		assertTrue(RuleCatalogue.standard().rules().stream().filter(rule -> rule.severity() != Severity.ERROR).allMatch(Rule::acceptable));
		assertFalse(RuleCatalogue.standard().get("MW-ID-001").acceptable());
		assertTrue(RuleCatalogue.standard().get("MW-ID-002").acceptable());
	}

	@Test
	void explainsARule() {
		assertEquals("""
				MW-PUSH-001 (warning, Push)
				The push sends nothing.

				Why: An empty push_object_list gives a notification without data.
				Clause: IEC 62056-6-2, Push setup (40), attribute push_object_list
				Runs: while typing
				Quick fix: Send the time
				Accept: accept MW-PUSH-001 "reason"

				Bad:
				    push billing to supplier over tcp "10.0.0.1:4059" { }

				Good:
				    push billing to supplier over tcp "10.0.0.1:4059" { send clock.time, importTotal.value }
				""", RuleCatalogue.standard().get("MW-PUSH-001").explain());
	}

	@Test
	void refusesARuleThatStandsTwice() {
		RuleCatalogue standard = RuleCatalogue.standard();
		assertThrows(IllegalArgumentException.class, () -> standard.with(standard));
	}

	@Test
	void refusesAnIncompleteRule() {
		IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> RuleReader.read("x.rules", "area X\nrule MW-X-001\nseverity info\nwhen save\n"));
		assertEquals("x.rules: rule MW-X-001 has no title", e.getMessage());
	}
}
