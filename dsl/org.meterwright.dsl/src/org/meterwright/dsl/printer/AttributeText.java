// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.DataType;

/** Writes attribute lines: type where the class leaves it open, value, storage, range, longest length. */
final class AttributeText {
	private final Words words;
	private final ValueText values;

	AttributeText(Words words, ValueText values) {
		this.words = words;
		this.values = values;
	}

	/** Writes the line of an attribute. */
	String line(Attribute attribute) {
		AttributeDefinition definition = attribute.getDefinition();
		StringBuilder line = new StringBuilder(definition.getName());
		boolean typed = !attribute.getType().equals(definition.getType());
		String storage = storage(attribute, definition);
		boolean bare = attribute.getValue() == null;
		if (typed) {
			line.append(": ").append(TypeText.of(attribute.getType()));
		} else if (bare) {
			line.append(':').append(storage.isEmpty() ? " in %s".formatted(attribute.getStorage().getLiteral()) : "");
		}
		if (!bare) {
			line.append(" = ").append(values.text(attribute.getType(), attribute.getValue()));
		}
		line.append(storage);
		if (attribute.getMinimum() != null && attribute.getMaximum() != null) {
			line.append(" range ").append(values.text(attribute.getType(), attribute.getMinimum())).append("..")
					.append(values.text(attribute.getType(), attribute.getMaximum()));
		}
		return line.append(attribute.getMaximumLength() > 0 ? " max %d".formatted(attribute.getMaximumLength()) : "").toString();
	}

	/** Writes where the value lives, unless elaboration decides the same. */
	private String storage(Attribute attribute, AttributeDefinition definition) {
		boolean dynamic = definition.getDynamics() == Dynamics.DYNAMIC || definition.getDynamics() == Dynamics.INSTANCE && attribute.getValue() == null;
		Storage usual = dynamic ? Storage.RAM : Storage.ROM;
		boolean open = definition.getType().bare() instanceof DataType.Any || definition.getType().bare() instanceof DataType.Choice;
		if (attribute.getStorage() == Storage.CALL) {
			return " in call %s".formatted(words.name(attribute.getHandler()));
		}
		return attribute.getStorage() == usual && (!open || attribute.getValue() != null) ? "" : " in %s".formatted(attribute.getStorage().getLiteral());
	}
}
