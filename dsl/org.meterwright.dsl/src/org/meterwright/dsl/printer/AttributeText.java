// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.values.ValueText;
import org.meterwright.dsl.values.Words;

/** Writes attribute lines: type where the class leaves it open, value, storage, range, longest length. */
final class AttributeText {
	private final Words words;
	private final ValueText values;
	private final Quantities quantities;

	AttributeText(Words words, ValueText values, Quantities quantities) {
		this.words = words;
		this.values = values;
		this.quantities = quantities;
	}

	/** Writes the line of an attribute. */
	String line(Attribute attribute) {
		AttributeDefinition definition = attribute.getDefinition();
		StringBuilder line = new StringBuilder(definition.getName());
		DataType decided = decided(attribute);
		boolean typed = !attribute.getType().equals(decided);
		boolean bare = attribute.getValue() == null;
		String storage = storage(attribute, definition, typed);
		if (typed) {
			line.append(": ").append(TypeText.of(attribute.getType()));
		} else if (bare) {
			line.append(':').append(storage.isEmpty() ? " in %s".formatted(attribute.getStorage().getLiteral()) : "");
		}
		if (!bare) {
			line.append(" = ").append(value(attribute, attribute.getValue()));
		}
		line.append(storage);
		if (attribute.getMinimum() != null && attribute.getMaximum() != null) {
			line.append(" range ").append(value(attribute, attribute.getMinimum())).append("..").append(value(attribute, attribute.getMaximum()));
		}
		return line.append(attribute.getMaximumLength() > 0 ? " max %d".formatted(attribute.getMaximumLength()) : "").toString();
	}

	/** Returns the type of the attribute when its line says none. */
	private static DataType decided(Attribute attribute) {
		DataType declared = attribute.getDefinition().getType();
		boolean structured = declared.bare() instanceof DataType.Choice choice && !(choice.options().getFirst().bare() instanceof DataType.Simple);
		return structured && attribute.getValue() == null ? ((DataType.Choice) declared.bare()).options().getFirst() : declared;
	}

	/** Writes a value of an attribute, with its unit where it has one. */
	String value(Attribute attribute, Value value) {
		CosemObject object = attribute.eContainer() instanceof CosemObject owner ? owner : null;
		return quantities.text(object, CosemObjects.index(attribute), attribute.getType(), value).orElseGet(() -> values.text(attribute.getType(), value));
	}

	/** Writes where the value lives, unless elaboration decides the same. */
	private String storage(Attribute attribute, AttributeDefinition definition, boolean typed) {
		boolean dynamic = definition.getDynamics() == Dynamics.DYNAMIC || definition.getDynamics() == Dynamics.INSTANCE && attribute.getValue() == null;
		Storage usual = dynamic ? Storage.RAM : Storage.ROM;
		boolean open = typed && (definition.getType().bare() instanceof DataType.Any || definition.getType().bare() instanceof DataType.Choice);
		if (attribute.getStorage() == Storage.CALL) {
			return " in call %s".formatted(words.name(attribute.getHandler()));
		}
		return attribute.getStorage() == usual && (!open || attribute.getValue() != null) ? "" : " in %s".formatted(attribute.getStorage().getLiteral());
	}
}
