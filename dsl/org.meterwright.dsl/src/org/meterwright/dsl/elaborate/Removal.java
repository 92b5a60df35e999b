// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RemoveItem;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.cosemDsl.Target;

/** Takes items away that a base or companion brought. */
final class Removal {
	private static final List<String> KINDS = List.of("object", "association", "push", "event", "alert", "reaction", "index", "property", "role", "variant");
	/** What a meter cannot take away: its companions' word. */
	private static final List<String> COMPANION_KINDS = List.of("usecase", "requirement", "demand");

	private final Merger merger;
	private final Report report;

	Removal(Merger merger, Report report) {
		this.merger = merger;
		this.report = report;
	}

	void apply(RemoveItem remove, String device, Layer layer) {
		for (Target target : remove.getTargets()) {
			if (target.isAll()) {
				report.report("MW-LANG-012", target, "remove needs names; * would take everything away");
			} else if (target.isEvery()) {
				every(target, layer);
			} else {
				one(target, target.getRef(), device, layer);
			}
		}
	}

	@SuppressWarnings("unchecked")
	private void every(Target target, Layer layer) {
		List<Entry<?>> gone = merger.present().stream().filter(entry -> entry.node() instanceof ObjectDecl
				&& target.getInterfaceClass().equals(Heads.declaring((Entry<ObjectDecl>) entry).getInterfaceClass())).toList();
		if (gone.isEmpty()) {
			report.report("MW-LANG-012", target, "nothing to remove: no object of class %s stands before this".formatted(target.getInterfaceClass()));
		}
		gone.forEach(entry -> merger.take(entry, target, layer));
	}

	private void one(EObject node, Ref ref, String device, Layer layer) {
		List<Segment> segments = ref.getSegments();
		String name = segments.getLast().getName();
		String where = segments.size() == 2 ? segments.getFirst().getName() : device;
		if (segments.stream().anyMatch(segment -> segment.getIndex() != null)) {
			report.report("MW-LANG-012", node, "remove takes whole items; a member of a family goes with its index: override index, or if");
			return;
		}
		for (String kind : layer.isCompanion() ? Stream.concat(COMPANION_KINDS.stream(), KINDS.stream()).toList() : KINDS) {
			Optional<Entry<?>> entry = segments.size() > 2 ? Optional.empty() : merger.find(kind, kind.equals("object") ? where : "", name);
			if (entry.isPresent()) {
				merger.take(entry.get(), node, layer);
				return;
			}
		}
		if (segments.size() > 1 && merger.find("object", device, segments.getFirst().getName()).isPresent()) {
			String object = segments.getFirst().getName();
			report.report("MW-LANG-012", node, "remove takes whole items; for a line of %s write override %s { remove %s }".formatted(object, object, name));
			return;
		}
		report.report("MW-LANG-012", node, "nothing to remove: no %s stands before this%s".formatted(name,
				Suggest.nearest(name, merger.names()).map("; did you mean %s?"::formatted).orElse("")),
				Suggest.nearest(name, merger.names()).map(near -> new String[] { near }).orElse(new String[0]));
	}
}
