// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.List;

/**
 * The meters of two sides.
 *
 * @param left        what the left side is called; empty: both sides are one
 * @param leftMeters  its meters
 * @param right       what the right side is called
 * @param rightMeters its meters
 */
record Sides(String left, List<NamedMeter> leftMeters, String right, List<NamedMeter> rightMeters) {

	/** Copy the lists. */
	Sides {
		leftMeters = List.copyOf(leftMeters);
		rightMeters = List.copyOf(rightMeters);
	}

	/** Two meters to be compared. */
	record Match(NamedMeter left, NamedMeter right) {
	}
}
