// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.values.ValueTexts;

/** The objects of a model as pages show them: a header, and a line for each attribute, without the language's short forms. */
final class FlatObjects {

	private FlatObjects() {
	}

	/** Return the lines of each object by its header, such as {@code Clock 0-0:1.0.0*255}. */
	static Map<String, List<String>> of(Meter meter) {
		Map<String, List<String>> objects = new LinkedHashMap<>();
		for (LogicalDevice device : meter.getDevices()) {
			for (CosemObject object : device.getObjects()) {
				List<String> lines = objects.computeIfAbsent("%s %s".formatted(object.getInterfaceClass().getName(), object.getLogicalName()), header -> new ArrayList<>());
				object.getAttributes().forEach(attribute -> lines.add(line(attribute)));
			}
		}
		return objects;
	}

	private static String line(Attribute attribute) {
		StringBuilder line = new StringBuilder(attribute.getDefinition().getName());
		if (!attribute.getType().equals(attribute.getDefinition().getType())) {
			line.append(": ").append(TypeNotation.brief(attribute.getType()));
		}
		ValueTexts.of(attribute).ifPresent(value -> line.append(" = ").append(value));
		line.append(switch (attribute.getStorage()) {
			case ROM -> "";
			case CALL -> " in call %s".formatted(attribute.getHandler());
			case Storage stored -> " in %s".formatted(stored.getLiteral());
		});
		return line.append(range(attribute)).toString();
	}

	private static String range(Attribute attribute) {
		boolean bounded = attribute.getMinimum() != null && attribute.getMaximum() != null;
		return bounded ? " range %s..%s".formatted(number(attribute.getMinimum()), number(attribute.getMaximum())) : "";
	}

	private static String number(Object value) {
		return value instanceof Value.Int number ? number.value().toString() : value.toString();
	}
}
