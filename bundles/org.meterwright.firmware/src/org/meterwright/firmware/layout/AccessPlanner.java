// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.firmware.FirmwareException;

/** Shares the rights of all associations: a pattern of modes per object and association, a row of patterns per object. */
final class AccessPlanner {
	private static final int PLAIN_SET = 0x80;
	private static final int MOST_PLAIN = 7;

	private final ObjectOrder order;
	private final OctetPool constants;
	private final OctetPool modes = new OctetPool("access modes", "mode");
	private final SortedSet<Bytes> selectorSets = new TreeSet<>();
	private final List<Bytes> selectors = new ArrayList<>();
	private final Map<InterfaceClass, Counts> counts = new IdentityHashMap<>();
	private final Map<ClassPattern, PatternKey> keys = new HashMap<>();
	private final Map<PatternKey, Integer> numbers = new HashMap<>();
	private final Map<ClassPattern, Integer> classNumbers = new HashMap<>();
	private final List<PatternKey> sorted = new ArrayList<>();
	private final List<Map<List<Integer>, String>> rows = new ArrayList<>();
	private final List<List<AccessRow>> sortedRows = new ArrayList<>();
	private final List<Map<List<Integer>, Integer>> rowNumbers = new ArrayList<>();

	/** Number of attributes and methods that a plain pattern of a class has. */
	record Counts(int attributes, int methods) {
	}

	/** A pattern: its modes, and whether indexes stand beside them. */
	record PatternKey(Bytes octets, boolean listed) {
		String name() {
			return Text.of(listed ? "pattern_listed_%s" : "pattern_%s", ContentNames.of(octets));
		}

		String words() {
			return listed ? "" : ModeRuns.words(octets);
		}
	}

	/** A row of patterns, one for each association. */
	record AccessRow(String name, List<Integer> patterns) {
	}

	private record ClassPattern(InterfaceClass type, AccessRights rights) {
		@Override
		public boolean equals(Object other) {
			return other instanceof ClassPattern pattern && type == pattern.type && rights.equals(pattern.rights);
		}

		@Override
		public int hashCode() {
			return type.getClassId() * 31 + rights.hashCode();
		}
	}

	AccessPlanner(ObjectOrder order, OctetPool constants) {
		this.order = order;
		this.constants = constants;
	}

	/** Finds the patterns of all rights. */
	void plan() {
		order.associations().forEach(AccessPlanner::check);
		countClasses();
		Set<AccessRights> distinct = new HashSet<>();
		order.associations().forEach(association -> association.getEntries().forEach(entry -> distinct.add(entry.getRights())));
		distinct.forEach(this::collectSelectors);
		selectors.addAll(selectorSets);
		order.associations().forEach(this::collectKeys);
		keys.values().forEach(key -> modes.add(key.octets(), key.words()));
		modes.place();
		numberPatterns();
		order.devices().forEach(device -> rows.add(new LinkedHashMap<>()));
	}

	private static void check(Association association) {
		if (association.getObject() == null) {
			throw new FirmwareException(Text.of("association %s has no Association LN object", association.getName()), association);
		}
		int version = CosemObjects.version(association.getObject());
		Set<AccessRights> checked = new HashSet<>();
		for (ObjectListEntry entry : association.getEntries()) {
			if (checked.add(entry.getRights())) {
				check(association, entry, version);
			}
		}
	}

	private static void check(Association association, ObjectListEntry entry, int version) {
		for (AttributeAccess access : entry.getRights().attributes()) {
			check(association, entry, access.index(), AccessModes.attributeWire(version, access.mode()).isPresent(), "attribute");
		}
		for (MethodAccess access : entry.getRights().methods()) {
			check(association, entry, access.index(), AccessModes.methodWire(version, access.mode()).isPresent(), "method");
		}
	}

	private static void check(Association association, ObjectListEntry entry, int index, boolean possible, String what) {
		if (!possible || index < -0x80 || index > 0x7F) {
			throw new FirmwareException(Text.of("association %s: Association LN version %d cannot say the right to %s %d of %s", association.getName(),
					CosemObjects.version(association.getObject()), what, index, entry.getObject().getName()), association);
		}
	}

	/** Chooses, for each class, the number of attributes and methods that most elements have. */
	private void countClasses() {
		Map<InterfaceClass, Map<Counts, Integer>> votes = new IdentityHashMap<>();
		for (Association association : order.associations()) {
			for (ObjectListEntry entry : association.getEntries()) {
				AccessRights rights = entry.getRights();
				if (isContiguous(rights)) {
					votes.computeIfAbsent(entry.getObject().getInterfaceClass(), key -> new LinkedHashMap<>())
							.merge(new Counts(rights.attributes().size(), rights.methods().size()), 1, Integer::sum);
				}
			}
		}
		votes.forEach((type, vote) -> counts.put(type, vote.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey()));
	}

	/** Returns the counts of a class. */
	Counts counts(InterfaceClass type) {
		return counts.getOrDefault(type, new Counts(type.getAttributes().size(), type.getMethods().size()));
	}

	private void collectKeys(Association association) {
		ObjectListEntry before = null;
		for (ObjectListEntry entry : association.getEntries()) {
			if (before == null || !isAlike(entry, before)) {
				key(entry);
			}
			before = entry;
		}
	}

	private PatternKey key(ObjectListEntry entry) {
		return keys.computeIfAbsent(new ClassPattern(entry.getObject().getInterfaceClass(), entry.getRights()), this::makeKey);
	}

	private PatternKey makeKey(ClassPattern wanted) {
		AccessRights rights = wanted.rights();
		boolean plain = isContiguous(rights) && counts(wanted.type()).equals(new Counts(rights.attributes().size(), rights.methods().size()));
		Optional<Bytes> runs = plain
				? ModeRuns.of(rights.attributes().stream().map(AttributeAccess::mode).toList(), rights.methods().stream().map(MethodAccess::mode).toList())
				: Optional.empty();
		return runs.map(octets -> new PatternKey(octets, false)).orElseGet(() -> new PatternKey(listed(rights), true));
	}

	/** Tells whether the indexes run from 1 without selectors, so that the modes alone say everything. */
	private static boolean isContiguous(AccessRights rights) {
		for (int i = 0; i < rights.attributes().size(); i++) {
			if (rights.attributes().get(i).index() != i + 1 || !rights.attributes().get(i).selectors().isEmpty()) {
				return false;
			}
		}
		for (int i = 0; i < rights.methods().size(); i++) {
			if (rights.methods().get(i).index() != i + 1) {
				return false;
			}
		}
		return true;
	}

	private Bytes listed(AccessRights rights) {
		int[] octets = new int[2 + 3 * rights.attributes().size() + 2 * rights.methods().size()];
		octets[0] = rights.attributes().size();
		octets[1] = rights.methods().size();
		int at = 2;
		for (AttributeAccess access : rights.attributes()) {
			octets[at++] = access.index();
			octets[at++] = access.mode();
			octets[at++] = selectors(access.selectors());
		}
		for (MethodAccess access : rights.methods()) {
			octets[at++] = access.index();
			octets[at++] = access.mode();
		}
		return Bytes.ofInts(octets);
	}

	private void collectSelectors(AccessRights rights) {
		rights.attributes().stream().filter(item -> !item.selectors().isEmpty() && !isPlain(item.selectors()))
				.forEach(item -> selectorSets.add(constants.add(encoding(item.selectors()), "access selectors")));
	}

	private static Bytes encoding(List<Integer> set) {
		return Axdr.encode(new Value.Array(set.stream().map(selector -> (Value) new Value.Int(DataTag.INTEGER, selector)).toList()));
	}

	/** Returns the code of a set of selectors, 0: none; selectors 1 to 7 in their order are bits, any other set has a number. */
	private int selectors(List<Integer> set) {
		if (isPlain(set)) {
			return set.stream().mapToInt(selector -> 1 << selector - 1).reduce(PLAIN_SET, (one, other) -> one | other);
		}
		return set.isEmpty() ? 0 : selectors.indexOf(encoding(set)) + 1;
	}

	private static boolean isPlain(List<Integer> set) {
		return !set.isEmpty() && set.equals(set.stream().filter(selector -> selector >= 1 && selector <= MOST_PLAIN).distinct().sorted().toList());
	}

	/** Numbers patterns by their content: those without a list first; number 0 is "not in the object list". */
	private void numberPatterns() {
		keys.values().forEach(key -> numbers.put(key, 0));
		sorted.addAll(numbers.keySet());
		sorted.sort(Comparator.comparing(PatternKey::listed).thenComparing(PatternKey::octets));
		for (int i = 0; i < sorted.size(); i++) {
			numbers.put(sorted.get(i), i + 1);
		}
		keys.forEach((pattern, key) -> classNumbers.put(pattern, numbers.get(key)));
	}

	/** Returns the number of an element's pattern. */
	int pattern(ObjectListEntry entry) {
		return classNumbers.get(new ClassPattern(entry.getObject().getInterfaceClass(), entry.getRights()));
	}

	/** Returns the pattern of each object in an association, its first element counting; 0: it is not in the list. */
	int[] patterns(Association association, int[] numbers) {
		int[] patterns = new int[order.objects().size()];
		ObjectListEntry before = null;
		int pattern = 0;
		int element = 0;
		for (ObjectListEntry entry : association.getEntries()) {
			pattern = before != null && isAlike(entry, before) ? pattern : pattern(entry);
			before = entry;
			int object = numbers[element++];
			patterns[object] = patterns[object] == 0 ? pattern : patterns[object];
		}
		return patterns;
	}

	/** Tells whether two elements have the same pattern without a search, as most neighbours do. */
	private static boolean isAlike(ObjectListEntry one, ObjectListEntry other) {
		return one.getRights() == other.getRights() && one.getObject().getInterfaceClass() == other.getObject().getInterfaceClass();
	}

	/** Returns the row of an object's patterns in the associations of its device. */
	List<Integer> row(int object, int device, List<int[]> patterns) {
		List<Integer> row = new ArrayList<>(patterns.size());
		for (int[] byObject : patterns) {
			row.add(byObject[object]);
		}
		rows.get(device).computeIfAbsent(row, key -> rowName(device, key));
		return row;
	}

	private String rowName(int device, List<Integer> row) {
		StringBuilder content = new StringBuilder();
		row.forEach(pattern -> content.append(patternName(pattern)).append(' '));
		String digits = ContentNames.digits(content.toString());
		return rows.size() == 1 ? Text.of("access_%s", digits) : Text.of("access_d%d_%s", device, digits);
	}

	/** Numbers the rows of each device in the order of their names. */
	void numberRows() {
		for (Map<List<Integer>, String> device : rows) {
			List<AccessRow> inOrder = device.entrySet().stream().map(row -> new AccessRow(row.getValue(), row.getKey())).sorted(Comparator.comparing(AccessRow::name)).toList();
			Map<List<Integer>, Integer> itsNumbers = new HashMap<>();
			inOrder.forEach(row -> itsNumbers.put(row.patterns(), itsNumbers.size()));
			sortedRows.add(inOrder);
			rowNumbers.add(itsNumbers);
		}
	}

	/** Returns the number of a row. */
	int rowNumber(int device, List<Integer> row) {
		return rowNumbers.get(device).get(row);
	}

	/** Returns the rows of a device in the order of their numbers. */
	List<AccessRow> rows(int device) {
		return sortedRows.get(device);
	}

	/** Returns the patterns; the first is number 1. */
	List<PatternKey> patterns() {
		return sorted;
	}

	/** Returns the name of a pattern. */
	String patternName(int number) {
		return number == 0 ? "pattern_none" : sorted.get(number - 1).name();
	}

	/** Returns the number of the first pattern that lists its indexes. */
	int simplePatterns() {
		return 1 + (int) sorted.stream().filter(pattern -> !pattern.listed()).count();
	}

	/** Returns sets of selectors; the first is number 1. */
	List<Bytes> selectorSets() {
		return selectors;
	}

	OctetPool modes() {
		return modes;
	}
}
