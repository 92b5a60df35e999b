// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.Locale;

/** What becomes of a requirement in a meter, the worst first. */
public enum Verdict {
	/** Not there. */
	MISSING("missing"),
	/** There, but not as it must be. */
	CONTRADICTED("contradicted"),
	/** Something is wrong and the designer accepts it with a reason. */
	ACCEPTED("accepted"),
	/** A model cannot say; a scenario or a test must. */
	NOT_DECIDED("not decided on the model"),
	/** Optional, and not used. */
	NOT_USED("not used"),
	/** Answered by the model. */
	MET("met"),
	/** A scenario shows it. */
	PROVEN("proven");

	private final String words;

	Verdict(String words) {
		this.words = words;
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
