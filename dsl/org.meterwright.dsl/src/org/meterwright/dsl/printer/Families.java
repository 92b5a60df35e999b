// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.values.Words;

/** Finds the objects of a device that one line can declare: names like {@code rate[1]} to {@code rate[4]}, equal but for the logical name. */
final class Families {
	/** Name that stands for the index in a family. */
	static final String BINDER = "n";
	private static final List<String> PHASES = List.of("L1", "L2", "L3");
	/** Value group C counts the quantities of a phase in steps of 20. */
	private static final int PHASE = 20;

	/** An entry of an index. */
	record Entry(String name, int value) {
	}

	/**
	 * A family.
	 *
	 * @param base        name before the bracket
	 * @param index       name of the index
	 * @param entries     entries of the index
	 * @param logicalName logical name with placeholders
	 * @param members     objects in the order of the index
	 * @param body        what is written of each, with the binder for the index
	 * @param exceptions  what members say otherwise, by their label
	 */
	record Family(String base, String index, List<Entry> entries, String logicalName, List<CosemObject> members, List<String> body, Map<String, List<String>> exceptions) {
		/** Returns what stands behind the name where it is declared. */
		String head() {
			return "[%s in %s]".formatted(BINDER, index);
		}
	}

	private final Map<List<Entry>, String> indexes = new LinkedHashMap<>();
	private final Map<CosemObject, Family> families = new LinkedHashMap<>();
	private final Map<CosemObject, String> plainNames = new LinkedHashMap<>();

	/**
	 * Finds families.
	 *
	 * @param objects objects of a device
	 * @param taken   names that indexes must not have
	 * @param body    what is written of an object but its head
	 */
	void find(List<CosemObject> objects, Set<String> taken, Function<CosemObject, List<String>> body) {
		Map<String, List<CosemObject>> byBase = new LinkedHashMap<>();
		for (CosemObject object : objects) {
			int bracket = object.getName().indexOf('[');
			if (bracket > 0) {
				byBase.computeIfAbsent(object.getName().substring(0, bracket), base -> new ArrayList<>()).add(object);
			}
		}
		byBase.forEach((base, members) -> family(base, members, taken, body).ifPresentOrElse(
				family -> members.forEach(member -> families.put(member, family)),
				() -> members.forEach(member -> plainNames.put(member, member.getName().replaceAll("\\W+", "_").replaceAll("_$", "")))));
	}

	private Optional<Family> family(String base, List<CosemObject> members, Set<String> taken, Function<CosemObject, List<String>> body) {
		Optional<FamilyBody> common = FamilyBody.of(members, body);
		Set<InterfaceClass> classes = members.stream().map(CosemObject::getInterfaceClass).collect(Collectors.toSet());
		if (common.isEmpty() || classes.size() > 1) {
			return Optional.empty();
		}
		boolean numbers = members.stream().allMatch(member -> label(member).matches("-?\\d{1,5}"));
		List<CosemObject> ordered = new ArrayList<>(members);
		if (numbers) {
			ordered.sort(Comparator.comparingInt(member -> Integer.parseInt(label(member))));
		}
		int[] values = values(ordered, numbers);
		return template(ordered.stream().map(CosemObject::getLogicalName).toList(), values).map(name -> {
			List<Entry> entries = IntStream.range(0, values.length).mapToObj(i -> new Entry(label(ordered.get(i)), values[i])).toList();
			String index = indexes.computeIfAbsent(entries, key -> indexName(base, entries, taken));
			return new Family(base, index, entries, name, List.copyOf(ordered), common.get().lines(), common.get().exceptions());
		});
	}

	/** Puts the binder in the place of an index behind a name. */
	static String bound(String line, String label) {
		return line.replaceAll("(?<!\\barray)(?<=\\w)\\[%s\\]".formatted(Pattern.quote(label)), "[%s]".formatted(BINDER));
	}

	/** Returns what stands in the brackets of a member's name. */
	static String label(CosemObject member) {
		String name = member.getName();
		return name.substring(name.indexOf('[') + 1, name.length() - 1);
	}

	/** Returns the values of the index: its numbers, those of an index with the same labels that fits, or the value group that changes first. */
	private int[] values(List<CosemObject> members, boolean numbers) {
		if (numbers) {
			return members.stream().mapToInt(member -> Integer.parseInt(label(member))).toArray();
		}
		List<LogicalName> names = members.stream().map(CosemObject::getLogicalName).toList();
		List<String> labels = members.stream().map(Families::label).toList();
		List<int[]> known = new ArrayList<>();
		indexes.keySet().stream().filter(index -> index.stream().map(Entry::name).toList().equals(labels)).forEach(index -> known.add(index.stream().mapToInt(Entry::value).toArray()));
		if (PHASES.containsAll(labels)) {
			known.add(labels.stream().mapToInt(label -> PHASE * (1 + PHASES.indexOf(label))).toArray());
		}
		return known.stream().filter(values -> template(names, values).isPresent()).findFirst().orElseGet(() -> firstChange(names));
	}

	private static int[] firstChange(List<LogicalName> names) {
		for (int group = 0; group < 6; group++) {
			int at = group;
			int[] values = names.stream().mapToInt(name -> group(name, at)).toArray();
			if (IntStream.of(values).distinct().count() == values.length) {
				return values;
			}
		}
		return new int[0];
	}

	private static int group(LogicalName name, int group) {
		return name.bytes().at(group);
	}

	/** Returns the logical name with placeholders; nothing when the members' names do not follow the index. */
	private static Optional<String> template(List<LogicalName> members, int[] values) {
		if (values.length != members.size()) {
			return Optional.empty();
		}
		StringBuilder text = new StringBuilder();
		for (int group = 0; group < 6; group++) {
			int at = group;
			int[] groups = members.stream().mapToInt(member -> group(member, at)).toArray();
			int offset = groups[0] - values[0];
			if (IntStream.of(groups).distinct().count() == 1 && members.size() > 1) {
				text.append(groups[0]);
			} else if (IntStream.range(0, groups.length).allMatch(i -> groups[i] - values[i] == offset) && (group > 0 || members.size() == 1)) {
				text.append(members.size() == 1 ? Integer.toString(groups[0]) : placeholder(offset));
			} else {
				return Optional.empty();
			}
			text.append(group < 5 ? "-:..*".charAt(group) : "");
		}
		return Optional.of(text.toString());
	}

	private static String placeholder(int offset) {
		return "{%s%s}".formatted(BINDER, offset == 0 ? "" : "%+d".formatted(offset));
	}

	private static String indexName(String base, List<Entry> entries, Set<String> taken) {
		String wanted = base.contains("Rate") && isRange(entries) ? "rate" : PHASES.containsAll(entries.stream().map(Entry::name).toList()) ? "phase"
				: isRange(entries) ? "number" : "%sNumber".formatted(base);
		String name = wanted;
		for (int i = entries.size(); !taken.add(name); i++) {
			name = "%s%d".formatted(wanted, i);
		}
		return name;
	}

	private static boolean isRange(List<Entry> entries) {
		return IntStream.range(0, entries.size())
				.allMatch(i -> entries.get(i).value() == entries.getFirst().value() + i && entries.get(i).name().equals(Integer.toString(entries.get(i).value())));
	}

	/**
	 * Returns the family that a list of things with labels makes: with the index of objects that has the same labels, or one of its own.
	 *
	 * @param logicalNames logical names of the things; none: they have no object
	 */
	Optional<Family> of(String base, List<String> labels, List<LogicalName> logicalNames, Set<String> taken) {
		List<Entry> entries = indexes.keySet().stream().filter(index -> index.stream().map(Entry::name).toList().equals(labels)).findFirst()
				.orElseGet(() -> IntStream.range(0, labels.size()).mapToObj(i -> new Entry(labels.get(i), value(labels.get(i), i, logicalNames))).toList());
		Optional<String> name = logicalNames.isEmpty() ? Optional.of("") : template(logicalNames, entries.stream().mapToInt(Entry::value).toArray());
		return name.map(text -> new Family(base, indexes.computeIfAbsent(entries, key -> indexName(base, entries, taken)), entries, text, List.of(), List.of(), Map.of()));
	}

	private static int value(String label, int position, List<LogicalName> logicalNames) {
		if (label.matches("-?\\d{1,5}")) {
			return Integer.parseInt(label);
		}
		return logicalNames.isEmpty() ? position + 1 : logicalNames.get(position).e();
	}

	/** Returns the family of an object; nothing: it stands alone. */
	Optional<Family> of(CosemObject object) {
		return Optional.ofNullable(families.get(object));
	}

	/** Returns the objects that are named as members of a family, and stand alone, with the names that they have in the text. */
	Map<CosemObject, String> plainNames() {
		return Map.copyOf(plainNames);
	}

	/** Returns the lines that declare the indexes. */
	List<String> declarations(Words words) {
		return indexes.entrySet().stream().map(index -> "index %s = %s".formatted(index.getValue(), entries(index.getKey(), words))).toList();
	}

	private static String entries(List<Entry> entries, Words words) {
		boolean numbers = entries.stream().allMatch(entry -> entry.name().equals(Integer.toString(entry.value())));
		return numbers ? ranges(entries.stream().map(Entry::value).toList())
				: entries.stream().map(entry -> "%s = %d".formatted(entry.name(), entry.value())).collect(Collectors.joining(", ", "{ ", " }"));
	}

	/** Writes ascending numbers as ranges. */
	private static String ranges(List<Integer> numbers) {
		List<String> ranges = new ArrayList<>();
		for (int i = 0; i < numbers.size();) {
			int end = i;
			while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
				end++;
			}
			ranges.add(end == i ? Integer.toString(numbers.get(i)) : "%d..%d".formatted(numbers.get(i), numbers.get(end)));
			i = end + 1;
		}
		return String.join(", ", ranges);
	}
}
