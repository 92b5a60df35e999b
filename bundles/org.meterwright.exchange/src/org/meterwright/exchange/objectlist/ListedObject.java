// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.List;

import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;

/**
 * An element of an object list as it was read.
 *
 * @param place       where it stands
 * @param classId     class_id
 * @param version     version
 * @param logicalName logical name
 * @param attributes  rights of attributes, in order
 * @param methods     rights of methods, in order
 */
record ListedObject(Origin place, int classId, int version, LogicalName logicalName, List<ListedAttribute> attributes, List<ListedMethod> methods) {
	ListedObject {
		attributes = List.copyOf(attributes);
		methods = List.copyOf(methods);
	}

	/** What two lists must have in common to mean the same object. */
	Identity identity() {
		return new Identity(classId, logicalName);
	}

	/** Class and logical name. */
	record Identity(int classId, LogicalName logicalName) implements Comparable<Identity> {
		@Override
		public int compareTo(Identity other) {
			return classId == other.classId ? logicalName.compareTo(other.logicalName) : Integer.compare(classId, other.classId);
		}
	}

	/**
	 * A right to an attribute.
	 *
	 * @param index     attribute_id
	 * @param mode      access_mode as sent
	 * @param selectors access_selectors; none: null-data or an empty array
	 */
	record ListedAttribute(int index, int mode, List<Integer> selectors) {
		ListedAttribute {
			selectors = List.copyOf(selectors);
		}
	}

	/**
	 * A right to a method.
	 *
	 * @param index method_id
	 * @param mode  access_mode as sent: boolean or enum
	 */
	record ListedMethod(int index, Value mode) {
	}
}
