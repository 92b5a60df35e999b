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
 */
public record ScenarioEvidence(String scenario, boolean passed, String message, List<Subject> subjects) {
	/** Copies the subjects. */
	public ScenarioEvidence {
		subjects = List.copyOf(subjects);
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
