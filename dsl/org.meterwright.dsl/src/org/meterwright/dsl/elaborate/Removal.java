// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RemoveItem;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.cosemDsl.Target;

/** Takes items away that a base or companion brought. */
final class Removal {
	private static final List<String> KINDS = List.of("object", "association", "push", "event", "alert", "reaction", "index", "property", "role", "usecase");

	private final Items items;
	private final Map<String, Entry<?>> byKey;
	private final Map<Entry<?>, Entry<?>> current;
	private final Report report;

	Removal(Items items, Map<String, Entry<?>> byKey, Map<Entry<?>, Entry<?>> current, Report report) {
		this.items = items;
		this.byKey = byKey;
		this.current = current;
		this.report = report;
	}

	void apply(RemoveItem remove, String device) {
		for (Target target : remove.getTargets()) {
			if (target.isAll()) {
				report.report("MW-LANG-012", target, "remove needs names; * would take everything away");
			} else if (target.isEvery()) {
				every(target);
			} else {
				one(target, target.getRef(), device);
			}
		}
	}

	private void every(Target target) {
		List<Entry<?>> gone = current.values().stream()
				.filter(entry -> entry.node() instanceof ObjectDecl object && object.getInterfaceClass().equals(target.getInterfaceClass())).toList();
		if (gone.isEmpty()) {
			report.report("MW-LANG-012", target, "nothing to remove: no object of class %s stands before this".formatted(target.getInterfaceClass()));
		}
		gone.forEach(entry -> take(entry, target));
	}

	private void one(EObject node, Ref ref, String device) {
		List<Segment> segments = ref.getSegments();
		String name = segments.getLast().getName();
		String where = segments.size() == 2 ? segments.getFirst().getName() : device;
		if (segments.size() > 2 || segments.stream().anyMatch(segment -> segment.getIndex() != null)) {
			report.report("MW-LANG-012", node, "remove takes whole items: a name, or device.name; a member of a family goes by its index");
			return;
		}
		for (String kind : KINDS) {
			Entry<?> entry = byKey.get("%s %s %s".formatted(kind, kind.equals("object") ? where : "", name));
			if (entry != null) {
				take(entry, node);
				return;
			}
		}
		report.report("MW-LANG-012", node, "nothing to remove: no %s stands before this".formatted(name));
	}

	private void take(Entry<?> entry, EObject place) {
		current.values().removeIf(each -> each == entry);
		byKey.values().removeIf(each -> each == entry);
		ItemKey.of(entry.node(), entry.device()).ifPresent(key -> items.removed().put(key.substring(key.lastIndexOf(' ') + 1), place));
	}
}
