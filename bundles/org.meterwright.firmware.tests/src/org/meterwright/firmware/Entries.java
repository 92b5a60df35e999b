// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;

/** Elements of object_list with all sorts of rights. */
final class Entries {
	private Entries() {
	}

	/** Appends an element whose rights depend on a seed: contiguous, with attributes left out, with selectors. */
	static void add(Association association, CosemObject object, int seed, int protection) {
		ObjectListEntry entry = CosemFactory.eINSTANCE.createObjectListEntry();
		entry.setObject(object);
		List<AttributeAccess> attributes = new ArrayList<>();
		List<MethodAccess> methods = new ArrayList<>();
		int count = object.getInterfaceClass().getAttributes().size();
		for (int index = 1; index <= count; index++) {
			if (seed % 13 != 5 || index != 2) {
				attributes.add(attribute(index, mode(seed + index, protection), seed % 17 == 3 && index == 2));
			}
		}
		for (int index = 1; index <= object.getInterfaceClass().getMethods().size(); index++) {
			methods.add(new MethodAccess(index, (seed + index) % 3 == 0 ? 0 : 1 | (seed % 2 == 0 ? protection : 0)));
		}
		entry.setRights(AccessRights.of(attributes, methods));
		association.getEntries().add(entry);
	}

	private static AttributeAccess attribute(int index, int mode, boolean selective) {
		return new AttributeAccess(index, mode, selective ? List.of(1, 2) : List.of());
	}

	private static int mode(int seed, int protection) {
		int access = seed % 7 == 6 ? 0 : seed % 5 == 4 ? 2 : seed % 3 == 2 ? 3 : 1;
		return access == 0 || seed % 4 != 1 ? access : access | protection;
	}
}
