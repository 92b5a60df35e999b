// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.query;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.value.LogicalName;

/** Finds objects, rights and the targets of references in a meter. Made once from a finished model; later changes are not seen. */
public final class ModelIndex {
	private final Meter meter;
	private final Map<LogicalDevice, Content> devices = new IdentityHashMap<>();
	private final Map<Association, Map<CosemObject, ObjectListEntry>> entries = new IdentityHashMap<>();

	private record Key(int classId, LogicalName logicalName) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Key key && classId == key.classId && Objects.equals(logicalName, key.logicalName);
		}

		@Override
		public int hashCode() {
			return classId * 31 + Objects.hashCode(logicalName);
		}
	}

	private record Content(Map<Key, CosemObject> byIdentity, Map<LogicalName, CosemObject> byLogicalName, Map<String, CosemObject> byName) {
	}

	/** Makes the index of a meter. */
	public ModelIndex(Meter meter) {
		this.meter = meter;
		meter.getDevices().forEach(device -> devices.put(device, content(device)));
		associations().forEach(association -> entries.put(association, entries(association)));
	}

	private static Content content(LogicalDevice device) {
		Content content = new Content(new HashMap<>(), new HashMap<>(), new HashMap<>());
		for (CosemObject object : device.getObjects()) {
			if (object.getLogicalName() != null) {
				content.byIdentity.putIfAbsent(new Key(CosemObjects.classId(object), object.getLogicalName()), object);
				content.byLogicalName.putIfAbsent(object.getLogicalName(), object);
			}
			if (object.getName() != null) {
				content.byName.putIfAbsent(object.getName(), object);
			}
		}
		return content;
	}

	private static Map<CosemObject, ObjectListEntry> entries(Association association) {
		Map<CosemObject, ObjectListEntry> byObject = new IdentityHashMap<>();
		association.getEntries().forEach(entry -> byObject.putIfAbsent(entry.getObject(), entry));
		return byObject;
	}

	/** Returns the meter. */
	public Meter meter() {
		return meter;
	}

	/** Lists all objects of all devices. */
	public Stream<CosemObject> objects() {
		return meter.getDevices().stream().flatMap(device -> device.getObjects().stream());
	}

	/** Lists all associations of all devices. */
	public Stream<Association> associations() {
		return meter.getDevices().stream().flatMap(device -> device.getAssociations().stream());
	}

	/** Lists all objects of an interface class. */
	public List<CosemObject> objects(int classId) {
		return objects().filter(object -> CosemObjects.classId(object) == classId).toList();
	}

	/** Finds an object by class and logical name. */
	public Optional<CosemObject> object(LogicalDevice device, int classId, LogicalName logicalName) {
		return content(device, content -> content.byIdentity.get(new Key(classId, logicalName)));
	}

	/** Finds an object by logical name alone. */
	public Optional<CosemObject> object(LogicalDevice device, LogicalName logicalName) {
		return content(device, content -> content.byLogicalName.get(logicalName));
	}

	/** Finds an object by its name in the text. */
	public Optional<CosemObject> object(LogicalDevice device, String name) {
		return content(device, content -> content.byName.get(name));
	}

	private Optional<CosemObject> content(LogicalDevice device, Function<Content, CosemObject> get) {
		return Optional.ofNullable(devices.get(device)).map(get);
	}

	/** Finds the object that a reference in a value of an object points to. */
	public Optional<CosemObject> target(CosemObject from, AttributeReference reference) {
		return CosemObjects.device(from).flatMap(device -> object(device, reference.classId(), reference.logicalName()));
	}

	/** Finds the attribute that a reference in a value of an object points to. */
	public Optional<Attribute> targetAttribute(CosemObject from, AttributeReference reference) {
		return target(from, reference).flatMap(object -> CosemObjects.attribute(object, reference.attribute()));
	}

	/** Finds the first entry of an object in an association's object_list. */
	public Optional<ObjectListEntry> entry(Association association, CosemObject object) {
		return Optional.ofNullable(entries.get(association)).map(byObject -> byObject.get(object));
	}

	/** Returns the access mode bits that an association has on an attribute; 0: no access. */
	public int attributeMode(Association association, CosemObject object, int index) {
		return entry(association, object).map(entry -> entry.getRights().attributeMode(index)).orElse(0);
	}

	/** Returns the access mode bits that an association has on a method; 0: no access. */
	public int methodMode(Association association, CosemObject object, int index) {
		return entry(association, object).map(entry -> entry.getRights().methodMode(index)).orElse(0);
	}
}
