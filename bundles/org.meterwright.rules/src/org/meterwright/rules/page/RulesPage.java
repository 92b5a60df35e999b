// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.meterwright.rules.Rule;
import org.meterwright.rules.RuleCatalogue;

/** Writes the rule catalogue as a page in Markdown. */
public final class RulesPage {
	private RulesPage() {
	}

	/** Returns the page. */
	public static String of(RuleCatalogue catalogue) {
		Map<String, List<Rule>> areas = catalogue.rules().stream().collect(Collectors.groupingBy(Rule::area, TreeMap::new, Collectors.toList()));
		StringBuilder page = new StringBuilder("""
				# Rules

				%d rules, %d of them with a quick fix. An error is what the standard or the generated firmware forbids, a warning makes a real meter misbehave, an info is worth
				knowing. Warnings and infos can be accepted in the text, `accept MW-... on object "reason"`; errors only where it is said.
				Generated from the rule catalogue: do not edit.

				""".formatted(catalogue.rules().size(), catalogue.rules().stream().filter(rule -> rule.fix().isPresent()).count()));
		areas.forEach((area, rules) -> page.append(summary(area, rules)));
		areas.forEach((area, rules) -> page.append(area(area, rules)));
		return page.toString();
	}

	private static String summary(String area, List<Rule> rules) {
		String rows = rules.stream().map(rule -> "| [%s](#%s) | %s | %s |\n".formatted(rule.id(), anchor(rule), rule.severity().word(), rule.title()))
				.collect(Collectors.joining());
		return "**%s**\n\n| rule | severity | what is wrong |\n|---|---|---|\n%s\n".formatted(area, rows);
	}

	private static String anchor(Rule rule) {
		return rule.id().toLowerCase(Locale.ROOT);
	}

	private static String area(String area, List<Rule> rules) {
		return "## %s\n\n%s".formatted(area, rules.stream().map(RulesPage::rule).collect(Collectors.joining()));
	}

	private static String rule(Rule rule) {
		String fix = rule.fix().map(label -> " Quick fix: *%s*.".formatted(label)).orElse("");
		String accept = rule.acceptable() ? "" : " Cannot be accepted.";
		return """
				### %s

				**%s** %s

				%s (%s) Runs %s.%s%s

				Bad:

				```
				%s
				```

				Good:

				```
				%s
				```

				""".formatted(rule.id(), capital(rule.severity().word()), rule.title(), rule.why(), rule.clause(),
				rule.when() == Rule.When.TYPING ? "while typing" : "on save", fix, accept, rule.bad(), rule.good());
	}

	private static String capital(String word) {
		return "%s%s.".formatted(word.substring(0, 1).toUpperCase(Locale.ROOT), word.substring(1));
	}
}
