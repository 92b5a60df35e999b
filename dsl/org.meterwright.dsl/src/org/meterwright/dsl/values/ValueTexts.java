// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.values;

import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Zero;

/** Values as the language writes them, for people: literals, dates, units and names of objects instead of numbers and octets. */
public final class ValueTexts {
	private static final Words WORDS = new Words(Set.of());

	private ValueTexts() {
	}

	/** Returns the value of a type that stands for nothing yet: zero, empty, the first literal. */
	public static String zero(DataType type) {
		return new ValueText(WORDS, name -> Optional.empty()).text(type, Zero.of(type));
	}

	/** Returns the value of an attribute of a meter; nothing: it has none. */
	public static Optional<String> of(Attribute attribute) {
		if (attribute.getValue() == null || attribute.getType() == null || !(attribute.eContainer() instanceof CosemObject object)) {
			return Optional.empty();
		}
		Optional<LogicalDevice> device = CosemObjects.device(object);
		Optional<Meter> meter = device.flatMap(CosemObjects::meter);
		Optional<Naming> naming = meter.map(each -> new Naming(each, WORDS));
		ValueText text = new ValueText(WORDS, name -> naming.flatMap(each -> each.named(device.orElseThrow(), name)));
		return Optional.of(text.text(attribute.getType(), attribute.getValue()));
	}
}
