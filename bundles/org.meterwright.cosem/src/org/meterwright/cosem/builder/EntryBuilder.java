// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import java.util.List;

import org.meterwright.cosem.AttributeAccess;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.MethodAccess;
import org.meterwright.cosem.ObjectListEntry;

/** Fills an entry of an object list. Modes are bits of {@link org.meterwright.cosem.access.AccessModes}. */
public final class EntryBuilder {
	private final ObjectListEntry entry;

	EntryBuilder(ObjectListEntry entry) {
		this.entry = entry;
	}

	/** Gives every attribute and every method of the object a mode. */
	public EntryBuilder all(int attributeMode, int methodMode) {
		entry.getObject().getAttributes().forEach(attribute -> attribute(attribute.getDefinition().getIndex(), attributeMode));
		entry.getObject().getInterfaceClass().getMethods().forEach(method -> method(method.getIndex(), methodMode));
		return this;
	}

	/** Gives an attribute a mode, in place of the one that it had. */
	public EntryBuilder attribute(int index, int mode, Integer... selectors) {
		AttributeAccess access = entry.getAttributes().stream().filter(other -> other.getIndex() == index).findFirst().orElseGet(() -> added(index));
		access.setMode(mode);
		access.getSelectors().clear();
		access.getSelectors().addAll(List.of(selectors));
		return this;
	}

	private AttributeAccess added(int index) {
		AttributeAccess access = CosemFactory.eINSTANCE.createAttributeAccess();
		access.setIndex(index);
		entry.getAttributes().add(access);
		return access;
	}

	/** Gives a method a mode, in place of the one that it had. */
	public EntryBuilder method(int index, int mode) {
		entry.getMethods().removeIf(other -> other.getIndex() == index);
		MethodAccess access = CosemFactory.eINSTANCE.createMethodAccess();
		access.setIndex(index);
		access.setMode(mode);
		entry.getMethods().add(access);
		return this;
	}
}
