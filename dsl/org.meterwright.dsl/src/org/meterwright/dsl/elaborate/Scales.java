// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Optional;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.words.ScalerUnit;

/**
 * In which scaler and unit an attribute counts: the unit that the class gives it, or the object's scaler_unit, which covers the
 * attributes before it (Register 2; Demand register 2 and 3).
 */
public final class Scales {
	private Scales() {
	}

	/** Finds the scaler and unit of an attribute; nothing: it counts in none. */
	public static Optional<Scale> of(CosemObject object, int attribute) {
		return ScalerUnit.of(object, attribute).map(each -> new Scale(each.scaler(), each.unit()));
	}

	static boolean isScalerUnit(AttributeDefinition definition) {
		return ScalerUnit.is(definition.getType());
	}
}
