// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.Locale;

/** What becomes of a requirement in a meter, the worst first. */
public enum Verdict {
	/** Not there. */
	MISSING("missing", "not there"),
	/** There, but not as it must be. */
	CONTRADICTED("contradicted", "there, but not as it must be: a rule says so, or a scenario failed"),
	/** Something is wrong and the designer accepts it with a reason. */
	ACCEPTED("accepted", "a rule finds something wrong, and the meter's text accepts it with the reason given"),
	/** A model cannot say; a scenario or a test must. */
	NOT_DECIDED("not decided on the model", "nothing in a model can answer it, or no source says enough; it has to be shown in another way"),
	/** Optional, and not used. */
	NOT_USED("not used", "optional, and the meter does not use it"),
	/** Answered by the model. */
	MET("met", "answered by the meter's text, at the place that the link leads to"),
	/** A scenario shows it. */
	PROVEN("proven", "met or not decided, and a scenario that was played on the compiled firmware shows it");

	private final String words;
	private final String meaning;

	Verdict(String words, String meaning) {
		this.words = words;
		this.meaning = meaning;
	}

	/** Returns what it means, for those who read a report. */
	public String meaning() {
		return meaning;
	}

	/** Returns the words of the report. */
	public String words() {
		return words;
	}

	/** Returns the word of the JSON report, such as {@code not_decided}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}
}
