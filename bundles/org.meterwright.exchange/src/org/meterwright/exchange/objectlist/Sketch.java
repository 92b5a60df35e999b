// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;

/**
 * What another tool's file says of a meter.
 *
 * @param place        the file
 * @param objects      objects in the order of the file
 * @param associations who sees what of them; none: nobody is known
 */
public record Sketch(Origin place, List<SeenObject> objects, List<SeenAssociation> associations) {
	/** Copies the lists. */
	public Sketch {
		objects = List.copyOf(objects);
		associations = List.copyOf(associations);
	}

	/**
	 * An object.
	 *
	 * @param place       where it stands
	 * @param classId     class_id
	 * @param version     version
	 * @param logicalName logical name
	 * @param name        name that the file gives it, as it is written there
	 * @param attributes  what is known of attributes, by attribute_id
	 */
	public record SeenObject(Origin place, int classId, int version, LogicalName logicalName, Optional<String> name, SortedMap<Integer, SeenAttribute> attributes) {
		/** Copies the attributes. */
		public SeenObject {
			attributes = new TreeMap<>(attributes);
		}
	}

	/**
	 * What is known of an attribute.
	 *
	 * @param type  its type
	 * @param value its value
	 */
	public record SeenAttribute(Optional<DataType> type, Optional<Value> value) {
	}

	/**
	 * An association.
	 *
	 * @param place       where it stands
	 * @param logicalName logical name of its Association LN object
	 * @param version     version of the class, which says what modes mean
	 * @param client      client address
	 * @param name        name that the file gives it, as it is written there
	 * @param rights      what it shows, in the order of its object_list
	 */
	public record SeenAssociation(Origin place, LogicalName logicalName, int version, OptionalInt client, Optional<String> name, List<SeenRights> rights) {
		/** Copies the rights. */
		public SeenAssociation {
			rights = List.copyOf(rights);
		}
	}

	/**
	 * Rights to an object.
	 *
	 * @param object     class and logical name
	 * @param attributes access modes as the version of the association has them, by attribute_id
	 * @param methods    the same, by method_id
	 */
	public record SeenRights(Origin place, int classId, LogicalName object, SortedMap<Integer, Integer> attributes, SortedMap<Integer, Integer> methods) {
		/** Copies the modes. */
		public SeenRights {
			attributes = new TreeMap<>(attributes);
			methods = new TreeMap<>(methods);
		}
	}

	/** Makes a sketch without objects twice; the first one counts. */
	public Sketch distinct() {
		Map<ListedObject.Identity, SeenObject> first = new java.util.LinkedHashMap<>();
		objects.forEach(object -> first.putIfAbsent(new ListedObject.Identity(object.classId(), object.logicalName()), object));
		return new Sketch(place, List.copyOf(first.values()), associations);
	}
}
