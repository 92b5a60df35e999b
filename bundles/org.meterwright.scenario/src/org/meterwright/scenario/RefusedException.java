// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

/** Says in one sentence what a meter that runs does not do, and why. */
public final class RefusedException extends Exception {
	private static final long serialVersionUID = 1L;

	RefusedException(String sentence) {
		super(sentence, null, false, false);
	}
}
