// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.Objects;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/** Knows what elaboration gives an attribute that the text does not write, so that the line can be left out. */
final class Unwritten {
	private Unwritten() {
	}

	/** Tells whether an attribute is what it would be without a line. */
	static boolean is(Attribute attribute) {
		AttributeDefinition definition = attribute.getDefinition();
		if (definition.getIndex() == 1) {
			return true;
		}
		Storage usual = definition.getDynamics() == Dynamics.DYNAMIC ? Storage.RAM : Storage.ROM;
		return !definition.isOptional() && attribute.getStorage() == usual && Objects.equals(attribute.getValue(), definition.getDefaultValue())
				&& attribute.getHandler() == null && attribute.getMinimum() == null && attribute.getMaximum() == null && attribute.getMaximumLength() == 0
				&& type(definition).equals(Optional.ofNullable(attribute.getType()));
	}

	/** Returns the type that elaboration decides alone; nothing: the text has to say it. */
	private static Optional<DataType> type(AttributeDefinition definition) {
		DataType declared = definition.getType();
		Value value = definition.getDefaultValue();
		if (!(declared.bare() instanceof DataType.Choice) && !(declared.bare() instanceof DataType.Any)) {
			return Optional.of(declared);
		}
		if (value != null) {
			return Optional.of(Narrowing.byValue(declared, value));
		}
		if (declared.bare() instanceof DataType.Choice choice) {
			DataType first = choice.options().getFirst();
			if (!(first.bare() instanceof DataType.Simple)) {
				return Optional.of(first);
			}
			boolean offered = choice.options().stream().anyMatch(option -> option.bare().equals(new DataType.Simple(DataTag.NULL_DATA)));
			return offered && definition.getIndex() != 2 ? Optional.of(new DataType.Simple(DataTag.NULL_DATA)) : Optional.empty();
		}
		return definition.getIndex() != 2 ? Optional.of(new DataType.Simple(DataTag.NULL_DATA)) : Optional.empty();
	}
}
