// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;

/** Runs the cases of an area: what breaks a rule gives exactly that finding, what keeps it gives none at all. */
abstract class RuleCases {
	private static final RuleChecker CHECKER = new RuleChecker();

	abstract List<RuleCase> cases();

	static RuleCase rule(String rule, Consumer<Sample> breaks, Consumer<Sample> keeps) {
		return new RuleCase(rule, breaks, keeps);
	}

	@TestFactory
	Stream<DynamicTest> rules() {
		return cases().stream().flatMap(each -> Stream.of(
				DynamicTest.dynamicTest("%s is broken".formatted(each.rule()), () -> assertEquals(List.of(each.rule()), rules(each.breaks()))),
				DynamicTest.dynamicTest("%s is kept".formatted(each.rule()), () -> assertEquals(List.of(), rules(each.keeps())))));
	}

	private static List<String> rules(Consumer<Sample> change) {
		Sample sample = new Sample();
		change.accept(sample);
		List<Finding> findings = CHECKER.check(sample.meter).stream().filter(finding -> finding.accepted().isEmpty()).toList();
		return findings.size() == 1 ? List.of(findings.get(0).rule())
				: findings.stream().map(finding -> "%s %s".formatted(finding.rule(), finding.message())).toList();
	}
}
