// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;

/**
 * Consecutive objects with one shape and one access row. Their storage lies side by side.
 *
 * @param objects the objects
 * @param shape   number of the shape
 * @param access  number of the access row
 */
public record Run(List<LaidObject> objects, int shape, int access) {
	/** Copies the objects. */
	public Run {
		objects = List.copyOf(objects);
	}

	/** Returns the first object. */
	public LaidObject first() {
		return objects.getFirst();
	}
}
