// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
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
	private final ObjectOrder order;
	private final OctetPool constants;
	private final OctetPool modes = new OctetPool("access modes");
	private final List<Bytes> selectors = new ArrayList<>();
	private final Map<InterfaceClass, Counts> counts = new IdentityHashMap<>();
	private final Map<ClassPattern, PatternKey> keys = new HashMap<>();
	private final Map<PatternKey, Integer> numbers = new HashMap<>();
	private final List<Integer> offsets = new ArrayList<>();
	private final List<Map<List<Integer>, Integer>> rows = new ArrayList<>();
	private int simple;

	/** Number of attributes and methods that a plain pattern of a class has. */
	record Counts(int attributes, int methods) {
	}

	private record PatternKey(Bytes octets, boolean listed) {
	}

	private record ClassPattern(InterfaceClass type, AccessRights rights) {
	}

	AccessPlanner(ObjectOrder order, OctetPool constants) {
		this.order = order;
		this.constants = constants;
		order.associations().forEach(AccessPlanner::check);
		countClasses();
		order.associations().forEach(association -> association.getEntries().forEach(entry -> modes.add(key(entry).octets())));
		modes.place();
		numberPatterns();
		order.devices().forEach(device -> rows.add(new LinkedHashMap<>()));
	}

	private static void check(Association association) {
		if (association.getObject() == null) {
			throw new FirmwareException(Text.of("association %s has no Association LN object", association.getName()));
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
					CosemObjects.version(association.getObject()), what, index, entry.getObject().getName()));
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

	private PatternKey key(ObjectListEntry entry) {
		return keys.computeIfAbsent(new ClassPattern(entry.getObject().getInterfaceClass(), entry.getRights()), this::makeKey);
	}

	private PatternKey makeKey(ClassPattern wanted) {
		AccessRights rights = wanted.rights();
		boolean plain = isContiguous(rights) && counts(wanted.type()).equals(new Counts(rights.attributes().size(), rights.methods().size()));
		return new PatternKey(plain ? plain(rights) : listed(rights), !plain);
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

	private static Bytes plain(AccessRights rights) {
		int[] octets = new int[rights.attributes().size() + rights.methods().size()];
		int at = 0;
		for (AttributeAccess access : rights.attributes()) {
			octets[at++] = access.mode();
		}
		for (MethodAccess access : rights.methods()) {
			octets[at++] = access.mode();
		}
		return Bytes.ofInts(octets);
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

	/** Returns the number of a set of selectors; 0: none. */
	private int selectors(List<Integer> set) {
		if (set.isEmpty()) {
			return 0;
		}
		Value array = new Value.Array(set.stream().map(selector -> (Value) new Value.Int(DataTag.INTEGER, selector)).toList());
		Bytes encoding = constants.add(Axdr.encode(array));
		if (!selectors.contains(encoding)) {
			selectors.add(encoding);
		}
		return selectors.indexOf(encoding) + 1;
	}

	/** Numbers patterns by their place: those without a list first; number 0 is "not in the object list". */
	private void numberPatterns() {
		offsets.add(0);
		Set<PatternKey> distinct = new LinkedHashSet<>();
		order.associations().forEach(association -> association.getEntries().forEach(entry -> distinct.add(key(entry))));
		List<PatternKey> sorted = distinct.stream().sorted(Comparator.comparing(PatternKey::listed)).toList();
		Map<Integer, Integer> known = new HashMap<>();
		for (PatternKey key : sorted) {
			if (key.listed() && simple == 0) {
				simple = offsets.size();
				known.clear();
			}
			numbers.put(key, known.computeIfAbsent(modes.offset(key.octets()), this::appendPattern));
		}
		simple = simple == 0 ? offsets.size() : simple;
	}

	private int appendPattern(int offset) {
		offsets.add(offset);
		return offsets.size() - 1;
	}

	/** Returns the number of an element's pattern. */
	int pattern(ObjectListEntry entry) {
		return numbers.get(key(entry));
	}

	/** Returns the number of the row that holds the patterns of an object, first elements counting, in the associations of its device. */
	int row(CosemObject object, int device, List<Map<CosemObject, ObjectListEntry>> firstEntries) {
		List<Integer> row = new ArrayList<>(firstEntries.size());
		for (Map<CosemObject, ObjectListEntry> entries : firstEntries) {
			ObjectListEntry entry = entries.get(object);
			row.add(entry == null ? 0 : pattern(entry));
		}
		Map<List<Integer>, Integer> known = rows.get(device);
		return known.computeIfAbsent(row, key -> known.size());
	}

	/** Returns the rows of a device in the order of their numbers. */
	List<List<Integer>> rows(int device) {
		return List.copyOf(rows.get(device).keySet());
	}

	/** Returns the offsets of patterns by number. */
	List<Integer> patternOffsets() {
		return offsets;
	}

	/** Returns the number of the first pattern that lists its indexes. */
	int simplePatterns() {
		return simple;
	}

	/** Returns sets of selectors; the first is number 1. */
	List<Bytes> selectorSets() {
		return selectors;
	}

	OctetPool modes() {
		return modes;
	}
}
