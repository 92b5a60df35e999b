// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;

/**
 * In which scaler and unit an attribute counts: the unit that the class gives it, or the object's scaler_unit, which covers the
 * attributes before it (Register 2; Demand register 2 and 3).
 */
final class Scales {
	private Scales() {
	}

	static Optional<Scale> of(CosemObject object, int attribute) {
		for (AttributeDefinition each : object.getInterfaceClass().getAttributes()) {
			if (each.getIndex() == attribute && each.getUnit() != Scale.NONE) {
				return Scale.of(each.getUnit());
			}
		}
		for (Attribute each : object.getAttributes()) {
			if (isScalerUnit(each.getDefinition()) && attribute > 1 && attribute < each.getDefinition().getIndex()
					&& each.getValue() instanceof Value.Structure structure) {
				return Optional.of(new Scale(number(structure, 0), number(structure, 1)));
			}
		}
		return Optional.empty();
	}

	static boolean isScalerUnit(AttributeDefinition definition) {
		return definition.getType().bare() instanceof DataType.StructureOf structure && Numbers.isScalerAndUnit(structure);
	}

	private static int number(Value.Structure structure, int field) {
		return structure.fields().get(field) instanceof Value.Int number ? number.value().intValue() : 0;
	}
}
