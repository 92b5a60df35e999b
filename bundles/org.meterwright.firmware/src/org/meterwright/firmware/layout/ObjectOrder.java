// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.firmware.FirmwareException;

/** Numbers logical devices, objects and associations: objects by device, class_id, version and logical name. */
final class ObjectOrder {
	private static final int MOST_OBJECTS = 0xFFF0;
	private static final int MOST_ROWS = 0xFF;

	private final List<LogicalDevice> devices;
	private final List<CosemObject> objects = new ArrayList<>();
	private final List<Association> associations = new ArrayList<>();
	private final Map<CosemObject, Integer> numbers = new IdentityHashMap<>();
	private final List<Map<Identity, Integer>> identities = new ArrayList<>();

	private record Identity(int classId, LogicalName logicalName) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Identity key && classId == key.classId && Objects.equals(logicalName, key.logicalName);
		}

		@Override
		public int hashCode() {
			return classId * 31 + Objects.hashCode(logicalName);
		}
	}

	private record FullIdentity(int classId, int version, LogicalName logicalName) {
		@Override
		public boolean equals(Object other) {
			return other instanceof FullIdentity key && classId == key.classId && version == key.version && logicalName.equals(key.logicalName);
		}

		@Override
		public int hashCode() {
			return (classId * 31 + version) * 31 + logicalName.hashCode();
		}
	}

	ObjectOrder(Meter meter) {
		devices = meter.getDevices().stream().sorted(Comparator.comparingInt(LogicalDevice::getSap)).toList();
		devices.forEach(this::add);
		if (devices.isEmpty() || objects.isEmpty()) {
			throw new FirmwareException(Text.of("meter %s has no objects", meter.getName()));
		}
		limit("objects", objects.size(), MOST_OBJECTS);
		limit("associations", associations.size(), MOST_ROWS);
		limit("logical devices", devices.size(), MOST_ROWS);
	}

	private static void limit(String what, int count, int most) {
		if (count > most) {
			throw new FirmwareException(Text.of("the meter has %d %s; tables hold at most %d", count, what, most));
		}
	}

	private void add(LogicalDevice device) {
		Map<Identity, Integer> known = new HashMap<>();
		Set<FullIdentity> seen = new HashSet<>();
		device.getObjects().stream().peek(ObjectOrder::requireIdentity).sorted(ModelOrder.OBJECTS).forEach(object -> {
			if (!seen.add(new FullIdentity(CosemObjects.classId(object), CosemObjects.version(object), object.getLogicalName()))) {
				throw new FirmwareException(Text.of("two objects of class %d version %d have the logical name %s", CosemObjects.classId(object),
						CosemObjects.version(object), object.getLogicalName()), object);
			}
			numbers.put(object, objects.size());
			known.putIfAbsent(new Identity(CosemObjects.classId(object), object.getLogicalName()), objects.size());
			objects.add(object);
		});
		identities.add(known);
		associations.addAll(device.getAssociations());
	}

	private static void requireIdentity(CosemObject object) {
		if (object.getLogicalName() == null || object.getInterfaceClass() == null) {
			throw new FirmwareException(Text.of("object %s has no class or no logical name", object.getName()), object);
		}
	}

	List<LogicalDevice> devices() {
		return devices;
	}

	List<CosemObject> objects() {
		return objects;
	}

	List<Association> associations() {
		return Collections.unmodifiableList(associations);
	}

	/** Returns the number of an object's device. */
	int device(CosemObject object) {
		return devices.indexOf(object.eContainer());
	}

	/** Returns the number of an object. */
	int number(CosemObject object) {
		Integer number = object == null ? null : numbers.get(object);
		if (number == null) {
			throw new FirmwareException(Text.of("object %s is used but not part of the meter", object == null ? "?" : object.getName()), object);
		}
		return number;
	}

	/** Names an object by device, class, version and logical name: the same whatever the designer calls it. */
	String tag(CosemObject object) {
		LogicalName name = object.getLogicalName();
		StringBuilder tag = new StringBuilder(40);
		if (devices.size() > 1) {
			tag.append('d').append(device(object)).append('_');
		}
		return tag.append('c').append(CosemObjects.classId(object)).append('v').append(CosemObjects.version(object)).append('_').append(name.a()).append('_').append(name.b()).append('_')
				.append(name.c()).append('_').append(name.d()).append('_').append(name.e()).append('_').append(name.f()).toString();
	}

	/** Finds the number of the object of a class with a logical name. */
	Optional<Integer> find(int device, int classId, LogicalName name) {
		return Optional.ofNullable(identities.get(device).get(new Identity(classId, name)));
	}

	/** Finds the association that an Association LN object stands for; -1: none. */
	int association(CosemObject object) {
		for (int i = 0; i < associations.size(); i++) {
			if (associations.get(i).getObject() == object) {
				return i;
			}
		}
		return -1;
	}
}
