// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;

/** How the text calls objects and their parts. */
public final class Naming {
	private record Family(String base, List<CosemObject> members) {
	}

	private final Words words;
	private final Map<CosemObject, Family> families = new IdentityHashMap<>();
	private final Map<CosemObject, String> names = new IdentityHashMap<>();
	private final Map<LogicalDevice, Map<LogicalName, Optional<CosemObject>>> byLogicalName = new IdentityHashMap<>();

	/** Names the objects of a meter as the meter does. */
	public Naming(Meter meter, Words words) {
		this.words = words;
		for (LogicalDevice device : meter.getDevices()) {
			Map<LogicalName, Optional<CosemObject>> here = new HashMap<>();
			device.getObjects().forEach(object -> here.merge(object.getLogicalName(), Optional.of(object), (a, b) -> Optional.empty()));
			byLogicalName.put(device, here);
			device.getObjects().forEach(object -> names.put(object, object.getName()));
		}
	}

	/** Gives objects other names in the text than in the model; tell whether that is new. */
	public boolean rename(Map<CosemObject, String> others) {
		boolean changes = others.entrySet().stream().anyMatch(other -> !other.getValue().equals(names.get(other.getKey())));
		names.putAll(others);
		return changes;
	}

	/** Returns the words. */
	public Words words() {
		return words;
	}

	/** Returns an object's own name, with ^ where needed. */
	public String own(CosemObject object) {
		return words.name(names.getOrDefault(object, object.getName()));
	}

	/** Returns how a device's text calls an object: with the device's name when it is another one. */
	public String from(LogicalDevice device, CosemObject object) {
		Optional<LogicalDevice> home = CosemObjects.device(object);
		return home.isEmpty() || home.get() == device ? own(object) : "%s.%s".formatted(words.name(home.get().getName()), names.get(object));
	}

	/** Makes objects members of a family, so that the family's name can stand for all of them. */
	public void family(String base, List<CosemObject> members) {
		members.forEach(member -> families.put(member, new Family(base, List.copyOf(members))));
	}

	/** Names objects whose order does not matter; a family that is there as a whole by its name. */
	public List<String> names(LogicalDevice device, Collection<CosemObject> objects) {
		Set<CosemObject> all = new HashSet<>(objects);
		Set<String> names = new LinkedHashSet<>();
		for (CosemObject object : objects) {
			Family family = families.get(object);
			names.add(family != null && all.containsAll(family.members()) ? base(device, family) : from(device, object));
		}
		return List.copyOf(names);
	}

	/** Names objects in their order; a family by its name where its members follow one another in the order of its index. */
	public List<String> inOrder(LogicalDevice device, List<CosemObject> objects) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < objects.size(); i++) {
			Family family = families.get(objects.get(i));
			int end = family == null ? i : i + family.members().size();
			if (family != null && end <= objects.size() && objects.subList(i, end).equals(family.members())) {
				names.add(base(device, family));
				i = end - 1;
			} else {
				names.add(from(device, objects.get(i)));
			}
		}
		return names;
	}

	/** Names attributes in their order; a family by its name where the same attribute of all members follows in the order of its index. */
	public List<String> attributesInOrder(LogicalDevice device, List<CosemObject> objects, List<Integer> attributes) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < objects.size(); i++) {
			Family family = families.get(objects.get(i));
			int end = family == null ? i : i + family.members().size();
			if (family != null && end <= objects.size() && objects.subList(i, end).equals(family.members())
					&& new HashSet<>(attributes.subList(i, end)).size() == 1) {
				names.add(attribute(device, objects.get(i), attributes.get(i)).replaceFirst("\\[[^]]*]", "[*]"));
				i = end - 1;
			} else {
				names.add(attribute(device, objects.get(i), attributes.get(i)));
			}
		}
		return names;
	}

	private String base(LogicalDevice device, Family family) {
		String name = from(device, family.members().getFirst());
		return name.substring(0, name.indexOf('['));
	}

	/** Returns how a device's text calls an attribute. */
	public String attribute(LogicalDevice device, CosemObject object, int index) {
		String member = CosemObjects.definition(object.getInterfaceClass(), index).map(AttributeDefinition::getName).orElse("attribute_%d".formatted(index));
		return "%s.%s".formatted(from(device, object), member);
	}

	/** Returns how a device's text calls a method. */
	public String method(LogicalDevice device, CosemObject object, int index) {
		String member = CosemObjects.method(object.getInterfaceClass(), index).map(MethodDefinition::getName).orElse("method_%d".formatted(index));
		return "%s.%s".formatted(from(device, object), member);
	}

	/** Finds the name of the only object of a device with a logical name. */
	public Optional<String> named(LogicalDevice device, LogicalName name) {
		return Optional.ofNullable(byLogicalName.get(device)).flatMap(here -> here.getOrDefault(name, Optional.empty())).map(this::own);
	}
}
