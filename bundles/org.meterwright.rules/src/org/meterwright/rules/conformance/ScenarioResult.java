// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

/**
 * What a scenario shows about a requirement.
 *
 * @param requirement name of the requirement, use case or Alert in the companion
 * @param scenario    title of the scenario
 * @param passed      whether the meter behaved as the scenario says
 * @param message     what happened, where it did not
 */
public record ScenarioResult(String requirement, String scenario, boolean passed, String message) {
}
