// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.AttributeAccess;
import org.meterwright.cosem.MethodAccess;
import org.meterwright.cosem.ObjectListEntry;

/** What an element of object_list says of one object: rights in the order sent. */
record AccessPattern(List<AttributeItem> attributes, List<MethodItem> methods) {

	/** Right to an attribute. */
	record AttributeItem(int index, int mode, List<Integer> selectors) {
	}

	/** Right to a method. */
	record MethodItem(int index, int mode) {
	}

	static AccessPattern of(ObjectListEntry entry) {
		List<AttributeItem> attributes = new ArrayList<>();
		for (AttributeAccess access : entry.getAttributes()) {
			attributes.add(new AttributeItem(access.getIndex(), access.getMode(), List.copyOf(access.getSelectors())));
		}
		List<MethodItem> methods = new ArrayList<>();
		for (MethodAccess access : entry.getMethods()) {
			methods.add(new MethodItem(access.getIndex(), access.getMode()));
		}
		return new AccessPattern(attributes, methods);
	}

	/** Tells whether the indexes run from 1 without selectors, so that the modes alone say everything. */
	boolean isContiguous() {
		for (int i = 0; i < attributes.size(); i++) {
			if (attributes.get(i).index() != i + 1 || !attributes.get(i).selectors().isEmpty()) {
				return false;
			}
		}
		for (int i = 0; i < methods.size(); i++) {
			if (methods.get(i).index() != i + 1) {
				return false;
			}
		}
		return true;
	}
}
