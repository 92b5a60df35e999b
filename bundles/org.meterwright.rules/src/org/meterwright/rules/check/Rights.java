// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.HashMap;
import java.util.Map;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.AttributeAccess;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.MethodAccess;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;

/** What an association may do: the bits of Association LN version 3 by object and attribute or method; entries of one object are joined. */
public final class Rights {
	private final Map<CosemObject, Map<Integer, Integer>> attributes = new HashMap<>();
	private final Map<CosemObject, Map<Integer, Integer>> methods = new HashMap<>();

	Rights(Association association) {
		for (ObjectListEntry entry : association.getEntries()) {
			Map<Integer, Integer> modes = attributes.computeIfAbsent(entry.getObject(), object -> new HashMap<>());
			for (AttributeAccess access : entry.getAttributes()) {
				modes.merge(access.getIndex(), access.getMode(), (a, b) -> a | b);
			}
			Map<Integer, Integer> calls = methods.computeIfAbsent(entry.getObject(), object -> new HashMap<>());
			for (MethodAccess access : entry.getMethods()) {
				calls.merge(access.getIndex(), access.getMode(), (a, b) -> a | b);
			}
		}
	}

	/** Tells whether the association shows an object. */
	public boolean shows(CosemObject object) {
		return attributes.containsKey(object);
	}

	/** Returns the mode of an attribute, 0 without right. */
	public int attribute(CosemObject object, int index) {
		return attributes.getOrDefault(object, Map.of()).getOrDefault(index, 0);
	}

	/** Returns the mode of a method, 0 without right. */
	public int method(CosemObject object, int index) {
		return methods.getOrDefault(object, Map.of()).getOrDefault(index, 0);
	}

	/** Tells whether an attribute may be read. */
	public boolean reads(CosemObject object, int index) {
		return (attribute(object, index) & AccessModes.READ) != 0;
	}

	/** Tells whether an attribute may be written. */
	public boolean writes(CosemObject object, int index) {
		return (attribute(object, index) & AccessModes.WRITE) != 0;
	}

	/** Tells whether a method may be called. */
	public boolean calls(CosemObject object, int index) {
		return (method(object, index) & AccessModes.ACCESS) != 0;
	}
}
