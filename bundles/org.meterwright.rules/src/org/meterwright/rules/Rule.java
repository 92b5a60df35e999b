// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules;

import java.util.Optional;

/**
 * What a rule is: everything that is said of it outside the code that checks it.
 *
 * @param id         stable id, MW-AREA-nnn
 * @param area       area as a heading, such as Push
 * @param severity   severity of its findings
 * @param title      one sentence saying what is wrong
 * @param why        why it matters
 * @param clause     where it comes from: standard, class and attribute, or the generated firmware
 * @param when       when it runs
 * @param bad        text that breaks it
 * @param good       text that does not
 * @param fix        label of the quick fix, where a machine can mend it
 * @param acceptable whether a designer may accept a finding with a reason; always so for warnings and infos
 */
public record Rule(String id, String area, Severity severity, String title, String why, String clause, When when, String bad, String good,
		Optional<String> fix, boolean acceptable) {

	/** When a rule runs. */
	public enum When {
		/** While typing. */
		TYPING,
		/** On save, and in every check of the command line. */
		SAVE
	}

	/** Returns what {@code explain} prints. */
	public String explain() {
		StringBuilder text = new StringBuilder();
		text.append("%s (%s, %s)%n%s%n%n".formatted(id, severity.word(), area, title));
		text.append("Why: %s%nClause: %s%n".formatted(why, clause));
		text.append("Runs: %s%n".formatted(when == When.TYPING ? "while typing" : "on save"));
		fix.ifPresent(label -> text.append("Quick fix: %s%n".formatted(label)));
		text.append("Accept: %s%n".formatted(acceptable ? "accept %s \"reason\"".formatted(id) : "cannot be accepted"));
		text.append("%nBad:%n%s%nGood:%n%s".formatted(bad.indent(4), good.indent(4)));
		return text.toString().replace(System.lineSeparator(), "\n");
	}
}
