// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;

/** In what attributes count once other lines on scaler and unit hold: the model itself still says what it said. */
final class Rescaled {
	/** Of each object that other lines speak of, one with nothing but scalers and units. */
	private final Map<CosemObject, CosemObject> drafts = new IdentityHashMap<>();

	/** Notes another scaler and unit in an object. */
	void add(CosemObject object, Attribute before, Attribute now) {
		CosemObject draft = CosemFactory.eINSTANCE.createCosemObject();
		draft.setInterfaceClass(object.getInterfaceClass());
		for (Attribute each : object.getAttributes()) {
			if (Scales.isScalerUnit(each.getDefinition())) {
				draft.getAttributes().add(copy(each == before ? now : each));
			}
		}
		drafts.put(object, draft);
	}

	private static Attribute copy(Attribute attribute) {
		Attribute copy = CosemFactory.eINSTANCE.createAttribute();
		copy.setDefinition(attribute.getDefinition());
		copy.setValue(attribute.getValue());
		return copy;
	}

	/** Tells in what an attribute counts. */
	Optional<Scale> scale(CosemObject object, int attribute) {
		return Scales.of(drafts.getOrDefault(object, object), attribute);
	}
}
