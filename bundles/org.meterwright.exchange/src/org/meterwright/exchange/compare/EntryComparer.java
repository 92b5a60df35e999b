// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.query.CosemObjects;

/** Compares what an association shows, and the rights that it gives. */
final class EntryComparer {
	private static final int ACCESS = AccessModes.READ | AccessModes.WRITE;

	private final Changes changes;
	private final Matches matches;

	/** An object in an association, with its entries of both sides. */
	private record Item(Pair<CosemObject> object, Pair<ObjectListEntry> entry, String association) {
	}

	EntryComparer(Changes changes, Matches matches) {
		this.changes = changes;
		this.matches = matches;
	}

	void compare(Pair<Association> pair) {
		String name = Subjects.text(pair.right().getName());
		Pairing<ObjectListEntry> pairing = new Pairing<ObjectListEntry>(pair.left().getEntries(), pair.right().getEntries())
				.by(entry -> Optional.ofNullable(entry.getObject()).map(matches::identity));
		for (ObjectListEntry entry : pairing.removed()) {
			matches.partner(entry.getObject()).ifPresent(partner -> changes.on(ChangeKind.ENTRY_REMOVED, new Pair<>(entry.getObject(), (CosemObject) partner)).in(name).add());
		}
		for (ObjectListEntry entry : pairing.added()) {
			matches.origin(entry.getObject()).ifPresent(origin -> changes.on(ChangeKind.ENTRY_ADDED, new Pair<>((CosemObject) origin, entry.getObject())).in(name).add());
		}
		for (Pair<ObjectListEntry> entry : pairing.pairs()) {
			if (entry.left().getObject() != null && CosemObjects.classId(entry.left().getObject()) == CosemObjects.classId(entry.right().getObject())) {
				compare(new Item(new Pair<>(entry.left().getObject(), entry.right().getObject()), entry, name));
			}
		}
		order(pair, pairing, name);
	}

	private void order(Pair<Association> pair, Pairing<ObjectListEntry> pairing, String name) {
		Map<ObjectListEntry, Integer> positions = new IdentityHashMap<>();
		for (int i = 0; i < pair.right().getEntries().size(); i++) {
			positions.put(pair.right().getEntries().get(i), i);
		}
		int last = -1;
		for (Pair<ObjectListEntry> entry : pairing.pairs()) {
			int position = positions.get(entry.right());
			if (position < last) {
				changes.on(ChangeKind.LIST_ORDER, pair).in(name).values("", "%s comes later than it did".formatted(References.name(pair.right().getEntries().get(last).getObject()))).add();
				return;
			}
			last = position;
		}
	}

	private void compare(Item item) {
		if (hasText(item.entry.left()) || hasText(item.entry.right())) {
			changes.differInText(item.object, "entry in %s".formatted(item.association), item.entry.left(), item.entry.right());
		}
		if (item.entry.left().getRights().equals(item.entry.right().getRights())) {
			return;
		}
		boolean attributes = attributes(item);
		boolean methods = methods(item);
		AccessRights before = item.entry.left().getRights();
		AccessRights after = item.entry.right().getRights();
		if (!attributes && !before.attributes().equals(after.attributes()) || !methods && !before.methods().equals(after.methods())) {
			changes.on(ChangeKind.LIST_FORM, item.object).in(item.association).values(members(item.entry.left()), members(item.entry.right())).add();
		}
	}

	private static boolean hasText(ObjectListEntry entry) {
		return entry.getName() != null || entry.getDocumentation() != null;
	}

	private static String members(ObjectListEntry entry) {
		List<String> members = new ArrayList<>();
		entry.getRights().attributes().forEach(access -> members.add("%d: mode %d%s".formatted(access.index(), access.mode(), access.selectors().isEmpty() ? "" : " %s".formatted(access.selectors()))));
		entry.getRights().methods().forEach(access -> members.add("method %d: mode %d".formatted(access.index(), access.mode())));
		return String.join(", ", members);
	}

	private boolean attributes(Item item) {
		Map<Integer, AttributeAccess> before = attributes(item.entry.left());
		Map<Integer, AttributeAccess> after = attributes(item.entry.right());
		int found = changes.found().size();
		for (int index : union(before.keySet(), after.keySet())) {
			int was = before.containsKey(index) ? before.get(index).mode() : 0;
			int is = after.containsKey(index) ? after.get(index).mode() : 0;
			String member = member(item, index);
			right(item, member, was & AccessModes.READ, is & AccessModes.READ, ChangeKind.READ_LOST, ChangeKind.READ_GAINED);
			right(item, member, was & AccessModes.WRITE, is & AccessModes.WRITE, ChangeKind.WRITE_LOST, ChangeKind.WRITE_GAINED);
			protection(item, member, (was & ACCESS) != 0 && (is & ACCESS) != 0, was, is);
			if ((was & ACCESS) != 0 && (is & ACCESS) != 0) {
				selectors(item, member, before.get(index).selectors(), after.get(index).selectors());
			}
		}
		return changes.found().size() > found;
	}

	private boolean methods(Item item) {
		Map<Integer, Integer> before = methods(item.entry.left());
		Map<Integer, Integer> after = methods(item.entry.right());
		int found = changes.found().size();
		for (int index : union(before.keySet(), after.keySet())) {
			int was = before.getOrDefault(index, 0);
			int is = after.getOrDefault(index, 0);
			String member = method(item, index);
			right(item, member, was & AccessModes.ACCESS, is & AccessModes.ACCESS, ChangeKind.CALL_LOST, ChangeKind.CALL_GAINED);
			protection(item, member, (was & AccessModes.ACCESS) != 0 && (is & AccessModes.ACCESS) != 0, was, is);
		}
		return changes.found().size() > found;
	}

	private static String member(Item item, int index) {
		return part(References.attribute(item.object.right(), index), item);
	}

	private static String method(Item item, int index) {
		return "%s()".formatted(part(References.method(item.object.right(), index), item));
	}

	private static String part(String reference, Item item) {
		return reference.substring(References.name(item.object.right()).length() + 1);
	}

	private static Collection<Integer> union(Collection<Integer> left, Collection<Integer> right) {
		Map<Integer, Boolean> all = new TreeMap<>();
		left.forEach(index -> all.put(index, true));
		right.forEach(index -> all.put(index, true));
		return all.keySet();
	}

	private static Map<Integer, AttributeAccess> attributes(ObjectListEntry entry) {
		Map<Integer, AttributeAccess> byIndex = new TreeMap<>();
		entry.getRights().attributes().forEach(access -> byIndex.putIfAbsent(access.index(), access));
		return byIndex;
	}

	private static Map<Integer, Integer> methods(ObjectListEntry entry) {
		Map<Integer, Integer> byIndex = new TreeMap<>();
		for (MethodAccess access : entry.getRights().methods()) {
			byIndex.putIfAbsent(access.index(), access.mode());
		}
		return byIndex;
	}

	private void right(Item item, String member, int was, int is, ChangeKind lost, ChangeKind gained) {
		if (was != is) {
			changes.on(is == 0 ? lost : gained, item.object).member(member).in(item.association).add();
		}
	}

	private void protection(Item item, String member, boolean granted, int was, int is) {
		List<String> before = Modes.protection(was);
		List<String> after = Modes.protection(is);
		if (granted && !before.equals(after)) {
			ChangeKind kind = before.containsAll(after) ? ChangeKind.PROTECTION_REMOVED : ChangeKind.PROTECTION_ADDED;
			changes.on(kind, item.object).member(member).in(item.association).values(Modes.protectionWords(was), Modes.protectionWords(is)).add();
		}
	}

	private void selectors(Item item, String member, List<Integer> was, List<Integer> is) {
		was.stream().filter(selector -> !is.contains(selector)).forEach(selector -> changes.on(ChangeKind.SELECTOR_LOST, item.object).member(member).in(item.association)
				.values("selector %d".formatted(selector), "").add());
		is.stream().filter(selector -> !was.contains(selector)).forEach(selector -> changes.on(ChangeKind.SELECTOR_GAINED, item.object).member(member).in(item.association)
				.values("", "selector %d".formatted(selector)).add());
	}
}
