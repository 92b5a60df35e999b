// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

/**
 * What a scenario shows about a requirement.
 *
 * @param requirement name of the requirement, use case, Alert or object in the companion; empty when the scenario shows nothing that companions ask
 * @param scenario    title of the scenario
 * @param passed      whether the meter behaved as the scenario says
 * @param message     what happened, where it did not
 */
public record ScenarioResult(String requirement, String scenario, boolean passed, String message) {

	/** Returns how the scenario came out, whatever it is about. */
	ScenarioResult outcome() {
		return new ScenarioResult("", scenario, passed, message);
	}
}
