// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.Map;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.SelectorDefinition;
import org.meterwright.dsl.values.ValueText;
import org.meterwright.dsl.values.Words;

/** Writes interface classes that the library does not have. */
final class ClassText {
	private static final int NO_UNIT = 255;

	private final Words words;
	private final ValueText values;
	private final Text text;
	private final Map<Integer, String> units;

	ClassText(Words words, ValueText values, Text text, Map<Integer, String> units) {
		this.units = units;
		this.words = words;
		this.values = values;
		this.text = text;
	}

	void write(InterfaceClass type) {
		text.documentation(documentation(type));
		text.open("class %s id %d version %d%s".formatted(words.name(type.getName()), type.getClassId(), type.getVersion(), uncertain(type.getUncertain())));
		type.getAttributes().forEach(this::attribute);
		type.getMethods().forEach(this::method);
		text.close();
	}

	/** Marks a class that only an import knows. */
	private static String documentation(InterfaceClass type) {
		return "%s%s".formatted(type.getDocumentation() == null ? "" : type.getDocumentation(), type.isOpaque() ? " @opaque" : "");
	}

	private static String uncertain(String reason) {
		return reason == null || reason.isEmpty() ? "" : " uncertain %s".formatted(Words.quoted(reason));
	}

	private void attribute(AttributeDefinition attribute) {
		text.documentation(attribute.getDocumentation());
		StringBuilder line = new StringBuilder("%d %s: %s".formatted(attribute.getIndex(), attribute.getName(), TypeText.of(attribute.getType())));
		if (attribute.getDynamics() != Dynamics.INSTANCE) {
			line.append(' ').append(attribute.getDynamics().getLiteral());
		}
		line.append(attribute.isOptional() ? " optional" : "").append(attribute.isSecret() ? " secret" : "");
		line.append(unit(attribute.getUnit()));
		if (attribute.getDefaultValue() != null) {
			line.append(" default ").append(values.text(attribute.getType(), attribute.getDefaultValue()));
		}
		for (SelectorDefinition selector : attribute.getSelectors()) {
			line.append(" select %d %s: %s".formatted(selector.getSelector(), words.name(selector.getName()), TypeText.of(selector.getType())));
		}
		text.line(line.append(uncertain(attribute.getUncertain())).toString());
	}

	private String unit(int code) {
		return code == NO_UNIT || !units.containsKey(code) ? "" : " unit %s".formatted(units.get(code));
	}

	private void method(MethodDefinition method) {
		text.documentation(method.getDocumentation());
		text.line("method %d %s(%s)%s%s%s".formatted(method.getIndex(), method.getName(), method.getParameter() == null ? "" : TypeText.of(method.getParameter()),
				method.getReturned() == null ? "" : ": %s".formatted(TypeText.of(method.getReturned())), method.isOptional() ? " optional" : "", unit(method.getUnit()) + uncertain(method.getUncertain())));
	}
}
