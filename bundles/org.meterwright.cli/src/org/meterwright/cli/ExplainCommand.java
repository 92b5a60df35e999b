// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.List;
import java.util.Locale;

import org.meterwright.rules.Rule;
import org.meterwright.rules.RuleCatalogue;

import picocli.CommandLine.Parameters;

/** Prints what a rule is: why it is there, where it comes from, what breaks it and what does not. */
@picocli.CommandLine.Command(name = "explain", description = "Explain rules: what is wrong, why it matters, the clause, a bad and a good example.")
final class ExplainCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "RULE", arity = "0..*", description = "Rule ids, such as MW-PUSH-001; without any, all rules are listed.")
	private List<String> ids = List.of();

	ExplainCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		RuleCatalogue catalogue = Rules.all();
		if (ids.isEmpty()) {
			catalogue.rules().forEach(rule -> console.result("%s  %-7s  %s".formatted(rule.id(), rule.severity().word(), rule.title())));
			return ExitCode.FINE;
		}
		List<Rule> rules = ids.stream().map(id -> find(catalogue, id)).toList();
		for (int i = 0; i < rules.size(); i++) {
			console.resultText(i == 0 ? "" : "\n");
			console.resultText(rules.get(i).explain());
		}
		return ExitCode.FINE;
	}

	private static Rule find(RuleCatalogue catalogue, String id) {
		return catalogue.find(id.toUpperCase(Locale.ROOT)).orElseThrow(
				() -> new Problem(ExitCode.USAGE, "There is no rule %s; 'meterwright explain' lists them all.".formatted(id)));
	}
}
