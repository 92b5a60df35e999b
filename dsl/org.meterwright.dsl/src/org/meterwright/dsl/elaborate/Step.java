// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

/** A step of elaboration. Steps run in a fixed order and add to the model; each sees what those before it made. */
@FunctionalInterface
public interface Step {

	/** Runs the step on a meter. */
	void run(Elaboration elaboration);
}
