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
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;

/**
 * Names imported objects by their meaning. Objects that differ in one value group alone, such as registers of tariffs, and what is measured in
 * each phase, become families. The same lists always give the same names, whatever their order.
 */
final class ObjectNames {
	private static final int ELECTRICITY = 1;
	/** From here on value group A is the maker's, and so is the meaning of the others. */
	private static final int MAKERS_MEDIA = 128;
	/** Value group C counts the quantities of a phase in steps of 20. */
	private static final int PHASE = 20;
	/** So many objects are worth a family. */
	private static final int FEWEST = 3;

	private final List<CosemObject> objects;
	private final Map<CosemObject, ObisNames.Name> wanted = new LinkedHashMap<>();
	private final Map<CosemObject, String> labels = new HashMap<>();

	private ObjectNames(List<CosemObject> objects) {
		this.objects = objects;
		objects.forEach(object -> wanted.put(object, ObisNames.of(object.getLogicalName())));
	}

	/** Names objects that are in the model's order. */
	static void assign(List<CosemObject> objects) {
		new ObjectNames(objects).assign();
	}

	private void assign() {
		objects.forEach(object -> object.setName(wanted.get(object).plain()));
		distinguish(objects);
		Map<String, List<CosemObject>> families = new LinkedHashMap<>();
		collect(families, objects.stream().filter(object -> wanted.get(object).rate().isPresent()).toList(), 4, 2);
		collect(families, rest(families), 4, FEWEST);
		phases(families);
		collect(families, objects.stream().filter(object -> object.getLogicalName().a() >= MAKERS_MEDIA).toList(), 2, FEWEST);
		families.forEach((base, members) -> members.forEach(member -> labels.computeIfPresent(member, (object, label) -> {
			object.setName("%s[%s]".formatted(base, label));
			return label;
		})));
	}

	private List<CosemObject> rest(Map<String, List<CosemObject>> families) {
		Set<CosemObject> members = new HashSet<>();
		families.values().forEach(members::addAll);
		return objects.stream().filter(object -> !members.contains(object)).toList();
	}

	/** Makes families of objects that differ in one value group alone, whose number is their label. */
	private void collect(Map<String, List<CosemObject>> families, List<CosemObject> candidates, int group, int fewest) {
		Map<String, List<CosemObject>> alike = new LinkedHashMap<>();
		candidates.forEach(object -> alike.computeIfAbsent(familyKey(object, group), key -> new ArrayList<>()).add(object));
		for (List<CosemObject> members : alike.values()) {
			String base = base(members);
			boolean counted = !base.isEmpty() && members.stream().allMatch(member -> member.getName().substring(base.length()).matches("[0-9_]*(Billing\\d+)?"));
			if (members.size() >= fewest && counted && isFree(base, members, families)) {
				families.put(base, members);
				members.forEach(member -> labels.put(member, Integer.toString(member.getLogicalName().bytes().at(group))));
			}
		}
	}

	/** Makes families of what is measured in each of three phases. */
	private void phases(Map<String, List<CosemObject>> families) {
		Map<String, List<CosemObject>> alike = new LinkedHashMap<>();
		for (CosemObject object : rest(families)) {
			LogicalName name = object.getLogicalName();
			if (name.a() == ELECTRICITY && name.c() > PHASE && name.c() <= 4 * PHASE) {
				alike.computeIfAbsent("%d %s".formatted((name.c() - 1) % PHASE, familyKey(object, 2)), key -> new ArrayList<>()).add(object);
			}
		}
		for (List<CosemObject> members : alike.values()) {
			String base = members.getFirst().getName().replace("L1", "Phase");
			boolean named = members.stream().allMatch(member -> member.getName().replace(phase(member), "Phase").equals(base));
			if (members.size() == 3 && named && isFree(base, members, families)) {
				families.put(base, members);
				members.forEach(member -> labels.put(member, phase(member)));
			}
		}
	}

	private static String phase(CosemObject object) {
		return "L%d".formatted((object.getLogicalName().c() - 1) / PHASE);
	}

	private boolean isFree(String base, List<CosemObject> members, Map<String, List<CosemObject>> families) {
		Set<CosemObject> own = new HashSet<>(members);
		return !families.containsKey(base) && objects.stream().noneMatch(object -> object.getName().equals(base) && !own.contains(object));
	}

	/** Returns what the names of objects have in common, without the digits that tell them apart. */
	private static String base(List<CosemObject> members) {
		String base = members.getFirst().getName();
		for (CosemObject member : members) {
			int length = 0;
			while (length < Math.min(base.length(), member.getName().length()) && base.charAt(length) == member.getName().charAt(length)) {
				length++;
			}
			base = base.substring(0, length);
		}
		return base.replaceAll("[0-9_]+$", "");
	}

	/** Members of a family have the same class, the same value groups but one, and attributes that say the same. */
	private static String familyKey(CosemObject object, int group) {
		StringBuilder key = new StringBuilder("%d.%d".formatted(CosemObjects.classId(object), CosemObjects.version(object)));
		for (int i = 0; i < 6; i++) {
			key.append(i == group ? " *" : " %d".formatted(object.getLogicalName().bytes().at(i)));
		}
		object.getAttributes().stream().filter(attribute -> CosemObjects.index(attribute) != 1).forEach(attribute -> key.append(describe(attribute)));
		return key.toString();
	}

	private static String describe(Attribute attribute) {
		return " %d %s %s %s %d".formatted(CosemObjects.index(attribute), attribute.getStorage(), attribute.getType(), attribute.getValue(), attribute.getMaximumLength());
	}

	/** Makes names unique: by the class where that tells objects apart, else by the logical name. */
	private static void distinguish(List<CosemObject> objects) {
		rename(objects, object -> "%s%s".formatted(object.getName(), object.getInterfaceClass().getName()));
		rename(objects, object -> "%s_%s".formatted(ObisNames.of(object.getLogicalName()).plain(), digits(object.getLogicalName())));
		rename(objects, object -> "%s_%d".formatted(object.getName(), CosemObjects.classId(object)));
	}

	private static void rename(List<CosemObject> objects, Function<CosemObject, String> longer) {
		Map<String, Integer> uses = new HashMap<>();
		objects.forEach(object -> uses.merge(object.getName(), 1, Integer::sum));
		objects.stream().filter(object -> uses.get(object.getName()) > 1).toList().forEach(object -> object.setName(longer.apply(object)));
	}

	private static String digits(LogicalName name) {
		return name.toString().replaceAll("\\D", "_");
	}
}
