// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

/** Says in one sentence why a step is not as expected. */
final class StepFailure extends Exception {
	private static final long serialVersionUID = 1L;

	StepFailure(String sentence) {
		super(sentence, null, false, false);
	}
}
