// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.conformance;

import java.util.EnumSet;
import java.util.Set;

import org.meterwright.rules.conformance.Verdict;

/** Which requirements are shown. */
public enum Shown {
	/** All. */
	ALL("all verdicts", EnumSet.allOf(Verdict.class)),
	/** What there is to do. */
	MISSING("missing", EnumSet.of(Verdict.MISSING, Verdict.CONTRADICTED)),
	/** What is wrong, and accepted with a reason. */
	ACCEPTED("accepted", EnumSet.of(Verdict.ACCEPTED)),
	/** What the model cannot say. */
	NOT_DECIDED("not decided", EnumSet.of(Verdict.NOT_DECIDED)),
	/** What is answered. */
	MET("met", EnumSet.of(Verdict.MET, Verdict.PROVEN)),
	/** What a scenario shows. */
	PROVEN("proven", EnumSet.of(Verdict.PROVEN)),
	/** What is optional, and not used. */
	NOT_USED("not used", EnumSet.of(Verdict.NOT_USED));

	private final String words;
	private final Set<Verdict> verdicts;

	Shown(String words, Set<Verdict> verdicts) {
		this.words = words;
		this.verdicts = verdicts;
	}

	/** Returns the words to choose by. */
	public String words() {
		return words;
	}

	/** Tells whether requirements with a verdict are shown. */
	boolean has(Verdict verdict) {
		return verdicts.contains(verdict);
	}
}
