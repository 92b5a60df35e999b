// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.SortedSet;
import java.util.TreeSet;

import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;

/** What all lists together say of one object. */
final class GatheredObject {
	private final Origin place;
	private final int classId;
	private final int version;
	private final LogicalName logicalName;
	private final SortedSet<Integer> attributes = new TreeSet<>();
	private final SortedSet<Integer> methods = new TreeSet<>();
	private final SortedSet<Integer> writable = new TreeSet<>();

	GatheredObject(Origin place, int classId, int version, LogicalName logicalName) {
		this.place = place;
		this.classId = classId;
		this.version = version;
		this.logicalName = logicalName;
	}

	/** Adds what a list says of it. */
	void add(ListedObject listed, int associationVersion) {
		for (ListedObject.ListedAttribute attribute : listed.attributes()) {
			attributes.add(attribute.index());
			if (ListModes.writable(associationVersion, attribute.mode())) {
				writable.add(attribute.index());
			}
		}
		listed.methods().forEach(method -> methods.add(method.index()));
	}

	Origin place() {
		return place;
	}

	int classId() {
		return classId;
	}

	int version() {
		return version;
	}

	LogicalName logicalName() {
		return logicalName;
	}

	/** Returns the attributes that some list names. */
	SortedSet<Integer> attributes() {
		return attributes;
	}

	/** Returns the methods that some list names. */
	SortedSet<Integer> methods() {
		return methods;
	}

	/** Tells whether some association may write an attribute. */
	boolean isWritable(int attribute) {
		return writable.contains(attribute);
	}
}
