// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.obis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;
import org.meterwright.rules.check.Traversal;
import org.meterwright.dsl.Catalogue;

/**
 * Makes slips in meters that are correct and counts how many are noticed. A slip changes one value group of the logical name, or the class,
 * of one object that clients see; it is noticed when a rule on logical names says something that it did not say before. Nothing else is
 * changed, and no other rule is asked: what refers to the object by its old name would only make it easier.
 */
final class Slips {
	/** What a slip changes. */
	enum Kind {
		A, B, C, D, E, F, CLASS
	}

	/** How many slips were made, and how many noticed. */
	record Count(int made, int noticed) {
		Count plus(boolean seen) {
			return new Count(made + 1, noticed + (seen ? 1 : 0));
		}

		int percent() {
			return made == 0 ? 0 : (noticed * 1000 / made + 5) / 10;
		}
	}

	private static final Set<Integer> CLASSES = Set.of(1, 3, 4, 7, 8, 22);
	private static final Set<String> DUPLICATES_AND_PLACES = Set.of("MW-ID-001", "MW-ID-002", "MW-ID-003", "MW-ID-004");
	private static final RuleChecker CHECKER = new RuleChecker();
	private static final Catalogue CATALOGUE = new Catalogue();

	private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
	private final List<String> unnoticed = new ArrayList<>();
	private int objects;

	/** Returns the findings of the rules on logical names. */
	static Set<String> findings(Meter meter) {
		Traversal traversal = new Traversal(CHECKER.book(), rule -> rule.id().startsWith("MW-OBIS-") || DUPLICATES_AND_PLACES.contains(rule.id()));
		return traversal.run(meter).stream().map(Slips::text).collect(Collectors.toSet());
	}

	private static String text(Finding finding) {
		return "%s %s".formatted(finding.rule(), finding.message());
	}

	/** Makes all slips in a meter. */
	void in(Meter original) {
		Meter meter = bare(original);
		Set<String> before = findings(meter);
		List<CosemObject> seen = meter.getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(object -> !object.isInternal()).toList();
		objects += seen.size();
		for (CosemObject object : seen) {
			groups(meter, object, before);
			classes(meter, object, before);
		}
	}

	/** A copy without what rules on logical names do not ask for. */
	private static Meter bare(Meter meter) {
		Meter copy = EcoreUtil.copy(meter);
		Dictionary.of(meter).attach(copy);
		copy.getReactions().clear();
		copy.getPushes().clear();
		copy.getAlerts().clear();
		copy.getCompanions().clear();
		copy.getClasses().forEach(each -> each.getAttributes().clear());
		copy.getDevices().forEach(device -> {
			device.getAssociations().clear();
			device.getObjects().forEach(object -> object.getAttributes().clear());
		});
		return copy;
	}

	private void groups(Meter meter, CosemObject object, Set<String> before) {
		LogicalName name = object.getLogicalName();
		for (int group = 0; group < 6; group++) {
			for (int value : alternatives(value(name, group))) {
				object.setLogicalName(with(name, group, value));
				count(Kind.values()[group], meter, before, "class %d %s -> %s".formatted(CosemObjects.classId(object), name, object.getLogicalName()));
			}
		}
		object.setLogicalName(name);
	}

	private void classes(Meter meter, CosemObject object, Set<String> before) {
		InterfaceClass right = object.getInterfaceClass();
		for (int id : new TreeMap<>(CLASSES.stream().collect(Collectors.toMap(each -> each, each -> each))).keySet()) {
			Optional<InterfaceClass> wrong = CATALOGUE.find(id, CATALOGUE.versions(id).getLast());
			if (id != right.getClassId() && wrong.isPresent()) {
				object.setInterfaceClass(wrong.get());
				count(Kind.CLASS, meter, before, "class %d -> %d %s".formatted(right.getClassId(), id, object.getLogicalName()));
			}
		}
		object.setInterfaceClass(right);
	}

	private void count(Kind kind, Meter meter, Set<String> before, String slip) {
		boolean noticed = !before.containsAll(findings(meter));
		counts.put(kind, counts.getOrDefault(kind, new Count(0, 0)).plus(noticed));
		if (!noticed) {
			unnoticed.add(slip);
		}
	}

	/** A neighbouring number, ten more, a digit lost, a digit twice, and the value that most names have. */
	static List<Integer> alternatives(int value) {
		Set<Integer> found = new LinkedHashSet<>(List.of(value + 1, value - 1, value + 10, value / 10, value * 11, value == 255 ? 0 : 255));
		return found.stream().filter(each -> each >= 0 && each <= 255 && each != value).toList();
	}

	static int value(LogicalName name, int group) {
		return List.of(name.a(), name.b(), name.c(), name.d(), name.e(), name.f()).get(group);
	}

	static LogicalName with(LogicalName name, int group, int value) {
		int[] groups = { name.a(), name.b(), name.c(), name.d(), name.e(), name.f() };
		groups[group] = value;
		return new LogicalName(groups[0], groups[1], groups[2], groups[3], groups[4], groups[5]);
	}

	Count of(Kind kind) {
		return counts.getOrDefault(kind, new Count(0, 0));
	}

	/** Returns the count of all value groups together. */
	Count groups() {
		return counts.entrySet().stream().filter(each -> each.getKey() != Kind.CLASS).map(Map.Entry::getValue)
				.reduce(new Count(0, 0), (a, b) -> new Count(a.made + b.made, a.noticed + b.noticed));
	}

	int objects() {
		return objects;
	}

	List<String> unnoticed() {
		return unnoticed;
	}

	/** Writes the counts as rows of a table. */
	String table(String title) {
		StringBuilder text = new StringBuilder("%s: %d objects%n".formatted(title, objects));
		counts.forEach((kind, count) -> text.append("| %s | %d | %d | %d %% |%n".formatted(kind, count.made, count.noticed, count.percent())));
		Count all = groups();
		return text.append("| all groups | %d | %d | %d %% |%n".formatted(all.made, all.noticed, all.percent())).toString().replace(System.lineSeparator(), "\n");
	}
}
