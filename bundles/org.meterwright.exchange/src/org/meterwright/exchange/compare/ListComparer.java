// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.query.CosemObjects;

/**
 * Compares what object lists say: the objects that associations show, their versions and rights. Associations are the same when their
 * Association LN objects are; those that only one side has say nothing, since lists of some associations may not have been imported.
 */
final class ListComparer {
	private final Changes changes;
	private final Matches matches;

	ListComparer(Changes changes, Matches matches) {
		this.changes = changes;
		this.matches = matches;
	}

	void compare() {
		for (Pair<LogicalDevice> device : matches.devices().pairs()) {
			Pairing<Association> associations = new Pairing<Association>(device.left().getAssociations(), device.right().getAssociations())
					.by(association -> Optional.ofNullable(association.getObject()).map(CosemObject::getLogicalName));
			EntryComparer entries = new EntryComparer(changes, matches);
			associations.pairs().forEach(entries::compare);
			compare(device, associations.pairs());
		}
	}

	private void compare(Pair<LogicalDevice> device, List<Pair<Association>> associations) {
		Map<CosemObject, List<String>> left = shown(associations.stream().map(Pair::left).toList());
		Map<CosemObject, List<String>> right = shown(associations.stream().map(Pair::right).toList());
		Pairing<CosemObject> objects = matches.objects(device.left());
		objects.removed().stream().filter(left::containsKey).forEach(object -> changes.removed(ChangeKind.OBJECT_REMOVED, object).seenBy(left.get(object), List.of()).add());
		objects.added().stream().filter(right::containsKey).forEach(object -> changes.added(ChangeKind.OBJECT_ADDED, object).seenBy(List.of(), right.get(object)).add());
		objects.pairs().stream().filter(pair -> left.containsKey(pair.left()) && right.containsKey(pair.right())).forEach(pair -> identity(pair, left, right));
	}

	private static Map<CosemObject, List<String>> shown(List<Association> associations) {
		Map<CosemObject, List<String>> shown = new IdentityHashMap<>();
		for (Association association : associations) {
			Set<CosemObject> once = new LinkedHashSet<>(association.getEntries().stream().map(ObjectListEntry::getObject).toList());
			once.forEach(object -> shown.computeIfAbsent(object, none -> new ArrayList<>()).add(Subjects.text(association.getName())));
		}
		return shown;
	}

	private void identity(Pair<CosemObject> pair, Map<CosemObject, List<String>> left, Map<CosemObject, List<String>> right) {
		Set<String> clients = new HashSet<>(left.get(pair.left()));
		clients.addAll(right.get(pair.right()));
		List<String> seen = clients.stream().sorted().toList();
		tell(ChangeKind.LOGICAL_NAME, pair, seen, String.valueOf(pair.left().getLogicalName()), String.valueOf(pair.right().getLogicalName()));
		tell(ChangeKind.OBJECT_CLASS, pair, seen, "class %d".formatted(CosemObjects.classId(pair.left())), "class %d".formatted(CosemObjects.classId(pair.right())));
		if (CosemObjects.classId(pair.left()) == CosemObjects.classId(pair.right())) {
			tell(ChangeKind.VERSION_CHANGED, pair, seen, "version %d".formatted(CosemObjects.version(pair.left())), "version %d".formatted(CosemObjects.version(pair.right())));
		}
	}

	private void tell(ChangeKind kind, Pair<CosemObject> pair, List<String> clients, String before, String after) {
		if (!before.equals(after)) {
			changes.on(kind, pair).values(before, after).seenBy(clients, List.of()).add();
		}
	}
}
