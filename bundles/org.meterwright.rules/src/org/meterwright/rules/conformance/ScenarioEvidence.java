// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.List;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Verb;

/**
 * What a scenario that was played shows of its meter.
 *
 * @param scenario title of the scenario
 * @param passed   whether the meter behaved as the scenario says
 * @param message  what happened, where it did not
 * @param subjects what was shown; of a scenario that failed, what was not so
 * @param said     names of requirements that its text says it proves
 */
public record ScenarioEvidence(String scenario, boolean passed, String message, List<Subject> subjects, List<String> said) {
	/** Copies the lists. */
	public ScenarioEvidence {
		subjects = List.copyOf(subjects);
		said = List.copyOf(said);
	}

	/** Makes the evidence of a scenario that says nothing of what it proves. */
	public ScenarioEvidence(String scenario, boolean passed, String message, List<Subject> subjects) {
		this(scenario, passed, message, subjects, List.of());
	}

	/** Something that a scenario expects or does. */
	public sealed interface Subject {
	}

	/** A value was expected of an attribute; 0: something of the object as a whole. */
	public record Expected(CosemObject object, int attribute) implements Subject {
	}

	/** An Alert was expected, by its code. */
	public record Alerted(int code) implements Subject {
	}

	/** A client of a role read, wrote or executed something and was not refused. */
	public record Requested(String role, Verb verb, CosemObject object, int index) implements Subject {
	}
}
