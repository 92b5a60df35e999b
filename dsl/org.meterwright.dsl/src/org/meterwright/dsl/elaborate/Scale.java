// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Optional;

/**
 * Scaler and unit of a number.
 *
 * @param exponent power of ten that the number counts
 * @param unit     unit code (IEC 62056-6-2, table of units)
 */
public record Scale(int exponent, int unit) {
	/** Code of a number without unit that has no scaler either. */
	public static final int NONE = 255;

	/** Makes the scale of an attribute whose class gives a unit; 255: none. */
	public static Optional<Scale> of(int unit) {
		return unit == NONE ? Optional.empty() : Optional.of(new Scale(0, unit));
	}
}
