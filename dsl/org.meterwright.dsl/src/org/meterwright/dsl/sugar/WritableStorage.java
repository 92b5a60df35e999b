// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.elaborate.ObjectHandle;

/**
 * Attributes of objects that sugar makes and that a client may write are stored in nvm, the text's value being the first. Arrays keep
 * their length; a schedule has room for four times.
 */
final class WritableStorage {
	private static final int EXECUTION_TIME = 4;
	private static final int TIMES = 4;

	private final Workshop workshop;

	WritableStorage(Workshop workshop) {
		this.workshop = workshop;
	}

	void apply() {
		Map<CosemObject, Set<Integer>> writable = new HashMap<>();
		workshop.associations().forEach(piece -> piece.element().getEntries().forEach(entry -> collect(entry, writable)));
		for (ObjectHandle handle : workshop.elaboration().objects()) {
			Set<Integer> indexes = writable.get(handle.object());
			if (indexes == null) {
				continue;
			}
			for (Attribute attribute : handle.object().getAttributes()) {
				boolean ours = !handle.body().attributes().containsKey(attribute.getName());
				if (ours && indexes.contains(attribute.getDefinition().getIndex()) && attribute.getStorage() == Storage.ROM) {
					keep(handle.object(), attribute);
				}
			}
		}
	}

	private static void collect(ObjectListEntry entry, Map<CosemObject, Set<Integer>> writable) {
		if (!entry.getObject().isGenerated()) {
			return;
		}
		for (AttributeAccess access : entry.getRights().attributes()) {
			if ((access.mode() & AccessModes.WRITE) != 0 && access.index() > 1) {
				writable.computeIfAbsent(entry.getObject(), object -> new HashSet<>()).add(access.index());
			}
		}
	}

	private static void keep(CosemObject object, Attribute attribute) {
		attribute.setStorage(Storage.NVM);
		if (attribute.getMaximumLength() == 0 && attribute.getValue() instanceof Value.Array array) {
			boolean times = object.getInterfaceClass().getClassId() == Reactions.SCHEDULE && attribute.getDefinition().getIndex() == EXECUTION_TIME;
			attribute.setMaximumLength(Math.max(array.elements().size(), times ? TIMES : 1));
		}
	}
}
