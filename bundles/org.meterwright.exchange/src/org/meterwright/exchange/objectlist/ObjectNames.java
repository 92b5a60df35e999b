// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;

/**
 * Names imported objects by their meaning. Registers of tariffs 1 to n that are alike otherwise become a family. The same lists always give
 * the same names, whatever their order.
 */
final class ObjectNames {
	private final List<CosemObject> objects;
	private final Map<CosemObject, ObisNames.Name> wanted = new LinkedHashMap<>();

	private ObjectNames(List<CosemObject> objects) {
		this.objects = objects;
		objects.forEach(object -> wanted.put(object, ObisNames.of(object.getLogicalName())));
	}

	/** Names objects that are in the model's order. */
	static void assign(List<CosemObject> objects) {
		new ObjectNames(objects).assign();
	}

	private void assign() {
		Set<CosemObject> members = nameFamilies();
		List<CosemObject> others = objects.stream().filter(object -> !members.contains(object)).toList();
		others.forEach(object -> object.setName(wanted.get(object).plain()));
		distinguish(others, members);
	}

	private Set<CosemObject> nameFamilies() {
		Map<String, List<CosemObject>> families = new LinkedHashMap<>();
		for (CosemObject object : objects) {
			if (wanted.get(object).rate().isPresent()) {
				families.computeIfAbsent(familyKey(object), key -> new ArrayList<>()).add(object);
			}
		}
		Set<CosemObject> members = new HashSet<>();
		Set<String> taken = new HashSet<>();
		for (List<CosemObject> family : families.values()) {
			if (isFamily(family) && taken.add(wanted.get(family.getFirst()).base())) {
				family.forEach(object -> object.setName("%s[%d]".formatted(wanted.get(object).base(), wanted.get(object).rate().getAsInt())));
				members.addAll(family);
			}
		}
		return members;
	}

	/** Members of a family have the same class, the same groups but E, and attributes that say the same. */
	private String familyKey(CosemObject object) {
		LogicalName name = object.getLogicalName();
		StringBuilder key = new StringBuilder("%d.%d %d-%d:%d.%d*%d".formatted(CosemObjects.classId(object), CosemObjects.version(object), name.a(), name.b(),
				name.c(), name.d(), name.f()));
		object.getAttributes().stream().filter(attribute -> CosemObjects.index(attribute) != 1).forEach(attribute -> key.append(describe(attribute)));
		return key.toString();
	}

	private static String describe(Attribute attribute) {
		return " %d %s %s %s %d".formatted(CosemObjects.index(attribute), attribute.getStorage(), attribute.getType(), attribute.getValue(), attribute.getMaximumLength());
	}

	private boolean isFamily(List<CosemObject> family) {
		boolean counted = true;
		for (int i = 0; i < family.size(); i++) {
			counted &= wanted.get(family.get(i)).rate().getAsInt() == i + 1;
		}
		return counted && family.size() > 1 && family.stream().flatMap(object -> object.getAttributes().stream()).noneMatch(a -> a.getStorage() == Storage.CALL);
	}

	/** Makes names unique: by the class where that tells objects apart, else by the logical name. */
	private static void distinguish(List<CosemObject> others, Set<CosemObject> members) {
		Set<String> taken = new HashSet<>();
		members.forEach(member -> taken.add(member.getName().substring(0, member.getName().indexOf('['))));
		rename(others, taken, object -> "%s%s".formatted(object.getName(), object.getInterfaceClass().getName()));
		rename(others, taken, object -> "%s_%s".formatted(ObisNames.of(object.getLogicalName()).plain(), digits(object.getLogicalName())));
		rename(others, taken, object -> "%s_%d".formatted(object.getName(), CosemObjects.classId(object)));
	}

	private static void rename(List<CosemObject> objects, Set<String> taken, Function<CosemObject, String> longer) {
		Map<String, Integer> uses = new HashMap<>();
		objects.forEach(object -> uses.merge(object.getName(), 1, Integer::sum));
		objects.stream().filter(object -> uses.get(object.getName()) > 1 || taken.contains(object.getName())).toList()
				.forEach(object -> object.setName(longer.apply(object)));
	}

	private static String digits(LogicalName name) {
		return name.toString().replaceAll("\\D", "_");
	}
}
