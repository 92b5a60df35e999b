// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import org.meterwright.cosem.CosemObject;

/** A part of an object that a target names. */
public record Reach(CosemObject object, Part part) {
	/** Reaches the whole object. */
	public static Reach whole(CosemObject object) {
		return new Reach(object, Part.WHOLE);
	}
}
