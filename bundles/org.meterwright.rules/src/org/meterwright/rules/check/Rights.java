// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;

/** What an association may do: the bits of Association LN version 3 by object and attribute or method; entries of one object are joined. */
public final class Rights {
	private final Map<CosemObject, List<ObjectListEntry>> entries = new IdentityHashMap<>();

	Rights(Association association) {
		for (ObjectListEntry entry : association.getEntries()) {
			entries.merge(entry.getObject(), List.of(entry), Rights::joined);
		}
	}

	/** Takes in an entry of an object that had none. */
	void add(ObjectListEntry entry) {
		entries.put(entry.getObject(), List.of(entry));
	}

	/** Forgets an object. */
	void remove(CosemObject object) {
		entries.remove(object);
	}

	/** Returns the rights of an association, for those who ask outside a check. */
	public static Rights of(Association association) {
		return new Rights(association);
	}

	private static List<ObjectListEntry> joined(List<ObjectListEntry> some, List<ObjectListEntry> more) {
		List<ObjectListEntry> all = new ArrayList<>(some);
		all.addAll(more);
		return all;
	}

	/** Tells whether the association shows an object. */
	public boolean shows(CosemObject object) {
		return entries.containsKey(object);
	}

	/** Returns the mode of an attribute, 0 without right. */
	public int attribute(CosemObject object, int index) {
		int mode = 0;
		for (ObjectListEntry entry : entries.getOrDefault(object, List.of())) {
			for (AttributeAccess access : entry.getRights().attributes()) {
				mode |= access.index() == index ? access.mode() : 0;
			}
		}
		return mode;
	}

	/** Returns the mode of a method, 0 without right. */
	public int method(CosemObject object, int index) {
		int mode = 0;
		for (ObjectListEntry entry : entries.getOrDefault(object, List.of())) {
			for (MethodAccess access : entry.getRights().methods()) {
				mode |= access.index() == index ? access.mode() : 0;
			}
		}
		return mode;
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
