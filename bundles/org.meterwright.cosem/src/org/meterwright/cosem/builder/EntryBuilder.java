// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import java.util.List;

import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;

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
		entry.setRights(entry.getRights().with(new AttributeAccess(index, mode, List.of(selectors))));
		return this;
	}

	/** Gives a method a mode, in place of the one that it had. */
	public EntryBuilder method(int index, int mode) {
		entry.setRights(entry.getRights().with(new MethodAccess(index, mode)));
		return this;
	}
}
