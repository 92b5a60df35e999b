// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What came of a scenario.
 *
 * @param scenario the scenario
 * @param steps    steps that were played, in their order; what follows a failure is not played
 */
public record ScenarioResult(Scenario scenario, List<Step> steps) {
	/** Copies the steps. */
	public ScenarioResult {
		steps = List.copyOf(steps);
	}

	/**
	 * A step that was played.
	 *
	 * @param depth   how many braces it stands in
	 * @param line    line of the text
	 * @param words   the step as it is written
	 * @param time    time of the meter when it was done, as 2026-11-01T12:00:00
	 * @param told    what the meter did because of it
	 * @param failure why it is not as expected
	 */
	public record Step(int depth, int line, String words, String time, List<String> told, Optional<String> failure) {
		/** Copies what was told. */
		public Step {
			told = List.copyOf(told);
		}
	}

	/** Tells whether everything was as expected. */
	public boolean isFine() {
		return failure().isEmpty();
	}

	/** Returns the step that failed. */
	public Optional<Step> failure() {
		return steps.stream().filter(step -> step.failure().isPresent()).findFirst();
	}
}
