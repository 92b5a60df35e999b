// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;

/** What all lists, or another tool's file, say of one object. */
final class GatheredObject {
	private final Origin place;
	private final int classId;
	private final int version;
	private final LogicalName logicalName;
	private final SortedSet<Integer> attributes = new TreeSet<>();
	private final SortedSet<Integer> methods = new TreeSet<>();
	private final SortedSet<Integer> writable = new TreeSet<>();
	private final Map<Integer, DataType> types = new HashMap<>();
	private final Map<Integer, Value> values = new HashMap<>();
	private Optional<String> name = Optional.empty();

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

	/** Notes that the object has an attribute. */
	void mention(int attribute) {
		attributes.add(attribute);
	}

	/** Notes the name that the file gives it. */
	void name(String text) {
		name = Optional.of(text);
	}

	/** Notes the type of an attribute. */
	void type(int attribute, DataType type) {
		types.put(attribute, type);
	}

	/** Notes the value of an attribute. */
	void value(int attribute, Value value) {
		values.put(attribute, value);
	}

	/** Returns the name that the file gives it. */
	Optional<String> name() {
		return name;
	}

	/** Returns the type of an attribute where the file tells. */
	Optional<DataType> type(int attribute) {
		return Optional.ofNullable(types.get(attribute));
	}

	/** Returns the value of an attribute where the file tells. */
	Optional<Value> value(int attribute) {
		return Optional.ofNullable(values.get(attribute));
	}

	/** Tells whether anything but rights is known. */
	boolean hasContents() {
		return !types.isEmpty() || !values.isEmpty();
	}
}
