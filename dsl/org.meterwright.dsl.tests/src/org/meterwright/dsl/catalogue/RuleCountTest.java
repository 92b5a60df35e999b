// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.rules.Rule;

/** There are many rules; each says why, where it comes from and what is bad and good, and most have a quick fix. */
class RuleCountTest {
	private static final int LEAST = 250;
	private static final double FIXED = 0.6;

	private static List<Rule> rules() {
		return LanguageRules.all().rules();
	}

	@Test
	void thereAreAtLeast250() {
		assertTrue(rules().size() >= LEAST, () -> "%d rules".formatted(rules().size()));
		assertEquals(rules().size(), rules().stream().map(Rule::id).distinct().count());
	}

	@Test
	void sixtyOfAHundredHaveAQuickFix() {
		long fixed = rules().stream().filter(rule -> rule.fix().isPresent()).count();
		assertTrue(fixed >= FIXED * rules().size(), () -> "%d of %d".formatted(fixed, rules().size()));
	}

	@Test
	void eachSaysWhyAndWhereFromAndShowsBadAndGood() {
		assertEquals(List.of(), rules().stream().filter(rule -> Stream.of(rule.title(), rule.why(), rule.clause(), rule.bad(), rule.good()).anyMatch(String::isBlank)).map(Rule::id).toList());
		assertEquals(List.of(), rules().stream().filter(rule -> rule.bad().equals(rule.good())).map(Rule::id).toList());
	}
}
