// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.SelectorDefinition;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.dsl.rights.Grant;
import org.meterwright.dsl.rights.Offered;
import org.meterwright.dsl.rights.Part;
import org.meterwright.dsl.rights.Protection;
import org.meterwright.dsl.rights.Reach;
import org.meterwright.dsl.rights.RightsTable;
import org.meterwright.dsl.rights.SelectorChoice;
import org.meterwright.dsl.values.Naming;

/**
 * Finds the lines that say an association's rights: reading everything first where that is the rule, then what differs, by class and
 * member. The lines are tried out; an object whose rights they do not give is spelled out in an entry of its own.
 */
final class RightsPlan {
	private final LogicalDevice device;
	private final Association association;
	private final Naming naming;
	private final Set<CosemObject> spelled = new LinkedHashSet<>();
	private final Map<CosemObject, ObjectListEntry> regular = new LinkedHashMap<>();
	private final List<RightsLine> lines = new ArrayList<>();
	private final List<String> omissions = new ArrayList<>();

	/** What is said of members: a statement without its targets. */
	private record Change(boolean deny, int access, boolean method, List<Integer> selectors, boolean selecting, int protection) {
		/** Tells whether naming the object alone can say it: reading all that is not secret, writing all settings, or calling all methods. */
		boolean mayBeWhole() {
			return !deny && !selecting && (method || access == AccessModes.READ || access == AccessModes.WRITE);
		}

		String head() {
			return "%s %s on".formatted(deny ? "deny" : "grant", method ? "call" : Modes.verbs(access));
		}

		String tail() {
			return (selecting ? Modes.selectors(selectors) : "") + Modes.protection(protection);
		}

		Grant grant(List<Reach> reaches) {
			Set<Verb> verbs = new HashSet<>();
			if (method) {
				verbs.add(Verb.CALL);
			} else {
				IntStream.of(AccessModes.READ, AccessModes.WRITE).filter(bit -> (access & bit) != 0)
						.forEach(bit -> verbs.add(bit == AccessModes.READ ? Verb.READ : Verb.WRITE));
			}
			return new Grant(deny, verbs, reaches, List.of(), selecting ? new SelectorChoice.Only(selectors) : SelectorChoice.UNSAID,
					protection == 0 ? Protection.UNSAID : Protection.of(protection));
		}
	}

	/** A member of a class. */
	private record Member(String className, String name, boolean method, int index) {
		Part part() {
			return method ? new Part.OfMethod(index) : new Part.OfAttribute(index);
		}
	}

	RightsPlan(LogicalDevice device, Association association, Naming naming) {
		this.device = device;
		this.association = association;
		this.naming = naming;
		association.getEntries().forEach(this::sort);
		int before;
		do {
			before = spelled.size();
			plan();
		} while (spelled.size() > before);
	}

	/** Returns the grant and deny lines. */
	List<RightsLine> lines() {
		return lines;
	}

	/** Returns the targets that are left out of entries. */
	List<String> omissions() {
		return omissions;
	}

	/** Tells whether an object's entries are spelled out. */
	boolean isSpelled(CosemObject object) {
		return spelled.contains(object);
	}

	private void sort(ObjectListEntry entry) {
		CosemObject object = entry.getObject();
		ObjectListEntry before = regular.putIfAbsent(object, entry);
		boolean other = before != null && !same(before, entry);
		if (other || !inOrder(entry)) {
			spelled.add(object);
		}
	}

	private static boolean same(ObjectListEntry left, ObjectListEntry right) {
		return left.getRights().equals(right.getRights());
	}

	private static boolean inOrder(ObjectListEntry entry) {
		int[] attributes = entry.getRights().attributes().stream().mapToInt(AttributeAccess::index).toArray();
		int[] methods = entry.getRights().methods().stream().mapToInt(MethodAccess::index).toArray();
		return ascending(attributes) && ascending(methods) && IntStream.of(attributes).allMatch(index -> CosemObjects.attribute(entry.getObject(), index).isPresent())
				&& IntStream.of(methods).allMatch(index -> CosemObjects.method(entry.getObject().getInterfaceClass(), index).isPresent());
	}

	private static boolean ascending(int[] indexes) {
		return IntStream.range(1, indexes.length).allMatch(i -> indexes[i - 1] < indexes[i]);
	}

	private Collection<CosemObject> shown() {
		return regular.keySet().stream().filter(object -> !spelled.contains(object)).toList();
	}

	private void plan() {
		lines.clear();
		omissions.clear();
		RightsTable table = new RightsTable(association, shown());
		Map<Member, Set<CosemObject>> omitted = omitted();
		omitted.forEach((member, objects) -> {
			omissions.addAll(targets(member, objects).stream().flatMap(List::stream).toList());
			table.omit(objects.stream().map(object -> new Reach(object, member.part())).toList());
		});
		rule().ifPresent(mode -> {
			Change reading = new Change(false, AccessModes.READ, false, List.of(), false, mode & ~Modes.ACCESS);
			table.apply(reading.grant(shown().stream().map(Reach::whole).toList()));
			lines.add(new RightsLine(reading.head(), List.of("*"), List.of(), List.of(), reading.tail()));
		});
		changes(table).forEach((change, members) -> {
			Set<CosemObject> whole = change.mayBeWhole() ? whole(change, members) : Set.of();
			table.apply(change.grant(whole.stream().map(Reach::whole).toList()));
			members.forEach((member, objects) -> table.apply(change.grant(objects.stream().map(object -> new Reach(object, member.part())).toList())));
			write(change, whole, members);
		});
		shown().stream().filter(object -> !same(table.entry(object), regular.get(object))).forEach(spelled::add);
	}

	private Map<Member, Set<CosemObject>> omitted() {
		Map<Member, Set<CosemObject>> omitted = new LinkedHashMap<>();
		for (CosemObject object : shown()) {
			ObjectListEntry entry = regular.get(object);
			object.getAttributes().stream().filter(attribute -> entry.getRights().attributes().stream().noneMatch(access -> access.index() == CosemObjects.index(attribute)))
					.forEach(attribute -> omitted.computeIfAbsent(member(object, attribute), key -> identitySet()).add(object));
			object.getInterfaceClass().getMethods().stream().filter(method -> entry.getRights().methods().stream().noneMatch(access -> access.index() == method.getIndex()))
					.forEach(method -> omitted.computeIfAbsent(member(object, method), key -> identitySet()).add(object));
		}
		return omitted;
	}

	private static Set<CosemObject> identitySet() {
		return new LinkedHashSet<>();
	}

	private static Member member(CosemObject object, Attribute attribute) {
		return new Member(object.getInterfaceClass().getName(), attribute.getDefinition().getName(), false, CosemObjects.index(attribute));
	}

	private static Member member(CosemObject object, MethodDefinition method) {
		return new Member(object.getInterfaceClass().getName(), method.getName(), true, method.getIndex());
	}

	/** Finds the mode in which most attributes can be read; nothing: most cannot. */
	private Optional<Integer> rule() {
		List<Integer> modes = shown().stream().flatMap(object -> regular.get(object).getRights().attributes().stream()).map(access -> access.mode() & ~AccessModes.WRITE).toList();
		Map<Integer, Integer> counts = new TreeMap<>();
		modes.stream().filter(mode -> (mode & AccessModes.READ) != 0).forEach(mode -> counts.merge(mode, 1, Integer::sum));
		int readable = counts.values().stream().mapToInt(Integer::intValue).sum();
		return readable * 2 < modes.size() ? Optional.empty()
				: counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
	}

	/** Compares the rights that the table gives with those wanted; what is taken away comes first. */
	private Map<Change, Map<Member, Set<CosemObject>>> changes(RightsTable table) {
		Map<Change, Map<Member, Set<CosemObject>>> changes = new LinkedHashMap<>();
		for (CosemObject object : shown()) {
			ObjectListEntry now = table.entry(object);
			ObjectListEntry wanted = regular.get(object);
			for (int i = 0; i < wanted.getRights().attributes().size(); i++) {
				AttributeAccess access = wanted.getRights().attributes().get(i);
				Attribute attribute = CosemObjects.attribute(object, access.index()).orElseThrow();
				attribute(now.getRights().attributes().get(i), access, attribute).forEach(change -> add(changes, change, member(object, attribute), object));
			}
			for (int i = 0; i < wanted.getRights().methods().size(); i++) {
				MethodAccess access = wanted.getRights().methods().get(i);
				if (access.mode() != 0) {
					MethodDefinition method = CosemObjects.method(object.getInterfaceClass(), access.index()).orElseThrow();
					add(changes, new Change(false, 0, true, List.of(), false, access.mode() & ~Modes.ACCESS), member(object, method), object);
				}
			}
		}
		Map<Change, Map<Member, Set<CosemObject>>> ordered = new LinkedHashMap<>();
		changes.entrySet().stream().sorted(Comparator.comparing(change -> !change.getKey().deny())).forEach(change -> ordered.put(change.getKey(), change.getValue()));
		return ordered;
	}

	private static void add(Map<Change, Map<Member, Set<CosemObject>>> changes, Change change, Member member, CosemObject object) {
		changes.computeIfAbsent(change, key -> new LinkedHashMap<>()).computeIfAbsent(member, key -> identitySet()).add(object);
	}

	private static List<Change> attribute(AttributeAccess now, AttributeAccess wanted, Attribute attribute) {
		List<Change> changes = new ArrayList<>();
		int access = wanted.mode() & Modes.ACCESS;
		int protection = wanted.mode() & ~Modes.ACCESS;
		List<Integer> declared = attribute.getDefinition().getSelectors().stream().map(SelectorDefinition::getSelector).toList();
		List<Integer> usual = (access & AccessModes.READ) != 0 ? declared : List.of();
		boolean selecting = !wanted.selectors().equals(usual);
		int unwanted = now.mode() & Modes.ACCESS & ~access;
		if (protection == 0 && access != 0 && (now.mode() & ~Modes.ACCESS) != 0) {
			unwanted = now.mode() & Modes.ACCESS;
		}
		int missing = access & ~(now.mode() & ~unwanted);
		if (unwanted != 0) {
			changes.add(new Change(true, unwanted, false, List.of(), false, 0));
		}
		boolean protectedOtherwise = protection != 0 && protection != (now.mode() & ~Modes.ACCESS);
		if (protectedOtherwise || selecting) {
			changes.add(new Change(false, access, false, selecting ? wanted.selectors() : List.of(), selecting, protection));
		} else if (missing != 0) {
			changes.add(new Change(false, missing, false, List.of(), false, 0));
		}
		return changes;
	}

	/** Takes out the objects of which everything that the change can be about is there. */
	private Set<CosemObject> whole(Change change, Map<Member, Set<CosemObject>> members) {
		Map<CosemObject, Integer> found = new LinkedHashMap<>();
		members.forEach((member, objects) -> objects.stream().filter(object -> isOffered(change, member, object)).forEach(object -> found.merge(object, 1, Integer::sum)));
		Set<CosemObject> whole = new LinkedHashSet<>(found.keySet());
		whole.removeIf(object -> found.get(object) != possible(change, object));
		if (!isEverywhere(change, whole)) {
			whole.removeIf(object -> found.get(object) < 2);
		}
		members.forEach((member, objects) -> objects.removeIf(object -> whole.contains(object) && isOffered(change, member, object)));
		members.values().removeIf(Set::isEmpty);
		return whole;
	}

	/** Tells whether naming the object alone gives what the change says to a member. */
	private static boolean isOffered(Change change, Member member, CosemObject object) {
		return member.method() || CosemObjects.attribute(object, member.index()).filter(attribute -> (Offered.by(attribute) & change.access()) == change.access()).isPresent();
	}

	/** Tells whether a star can say it: of nearly all objects that the change can be about, everything is there. */
	private boolean isEverywhere(Change change, Set<CosemObject> whole) {
		return whole.size() > 2 && exceptions(change, whole).size() * 8 <= whole.size();
	}

	private List<CosemObject> exceptions(Change change, Set<CosemObject> whole) {
		return shown().stream().filter(object -> !whole.contains(object) && (possible(change, object) > 0 || !isComplete(change, object))).toList();
	}

	/** Tells whether the entry has everything that a change on the whole object would touch. */
	private boolean isComplete(Change change, CosemObject object) {
		ObjectListEntry entry = regular.get(object);
		return change.method() ? entry.getRights().methods().size() == object.getInterfaceClass().getMethods().size() : entry.getRights().attributes().size() == object.getAttributes().size();
	}

	private long possible(Change change, CosemObject object) {
		ObjectListEntry entry = regular.get(object);
		if (change.method()) {
			return entry.getRights().methods().size() == object.getInterfaceClass().getMethods().size() ? entry.getRights().methods().size() : 0;
		}
		boolean complete = entry.getRights().attributes().size() == object.getAttributes().size();
		return complete ? object.getAttributes().stream().filter(attribute -> (Offered.by(attribute) & change.access()) != 0).count() : 0;
	}

	private void write(Change change, Set<CosemObject> whole, Map<Member, Set<CosemObject>> members) {
		List<String> everies = new ArrayList<>();
		List<String> singles = new ArrayList<>();
		if (isEverywhere(change, whole)) {
			lines.add(new RightsLine(change.head(), List.of("*"), List.of(), names(exceptions(change, whole), shown()), change.tail()));
		} else {
			nameWhole(whole, shown(), everies, singles);
		}
		members.forEach((member, objects) -> {
			List<CosemObject> having = having(member);
			Set<CosemObject> others = new LinkedHashSet<>(having);
			others.removeAll(objects);
			if (others.isEmpty()) {
				everies.addAll(targets(member, objects).getFirst());
				singles.addAll(targets(member, objects).getLast());
			} else if (objects.size() > 4 && others.size() * 3 < objects.size()) {
				lines.add(new RightsLine(change.head(), List.of("every %s.%s".formatted(className(member), member.name())), List.of(), named(member, others), change.tail()));
			} else {
				singles.addAll(named(member, objects));
			}
		});
		if (!everies.isEmpty() || !singles.isEmpty()) {
			lines.add(new RightsLine(change.head(), everies, singles, List.of(), change.tail()));
		}
	}

	/** Names objects; all of a class by the class. */
	List<String> names(Collection<CosemObject> objects, Collection<CosemObject> among) {
		List<String> everies = new ArrayList<>();
		List<String> singles = new ArrayList<>();
		nameWhole(objects, among, everies, singles);
		everies.addAll(singles);
		return everies;
	}

	private void nameWhole(Collection<CosemObject> whole, Collection<CosemObject> among, List<String> everies, List<String> singles) {
		Map<String, List<CosemObject>> byClass = new LinkedHashMap<>();
		whole.forEach(object -> byClass.computeIfAbsent(object.getInterfaceClass().getName(), name -> new ArrayList<>()).add(object));
		byClass.forEach((name, objects) -> {
			long all = among.stream().filter(object -> object.getInterfaceClass().getName().equals(name)).count();
			if (objects.size() > 1 && objects.size() == all) {
				everies.add("every %s".formatted(naming.words().name(name)));
			} else {
				singles.addAll(naming.names(device, objects));
			}
		});
	}

	/** Returns targets that name the class, and targets that name objects. */
	private List<List<String>> targets(Member member, Set<CosemObject> objects) {
		boolean all = objects.size() > 1 && objects.containsAll(having(member));
		return all ? List.of(List.of("every %s.%s".formatted(className(member), member.name())), List.of()) : List.of(List.of(), named(member, objects));
	}

	private String className(Member member) {
		return naming.words().name(member.className());
	}

	private List<CosemObject> having(Member member) {
		return shown().stream().filter(object -> object.getInterfaceClass().getName().equals(member.className()))
				.filter(object -> member.method() ? CosemObjects.method(object.getInterfaceClass(), member.index()).isPresent()
						: CosemObjects.attribute(object, member.index()).isPresent())
				.toList();
	}

	/** Names objects; a family that is there as a whole by its name. */
	private List<String> named(Member member, Collection<CosemObject> objects) {
		return naming.names(device, objects).stream().map(name -> "%s.%s".formatted(name, member.name())).toList();
	}
}
