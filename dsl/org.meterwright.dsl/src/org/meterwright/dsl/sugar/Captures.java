// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.Column;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CaptureLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RemoveLine;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.elaborate.Body;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Want;

/** {@code capture a, b[*].value} becomes capture_objects of Profile generic (class 7) and Compact data (class 62). */
final class Captures {
	static final int PROFILE_GENERIC = 7;
	static final int COMPACT_DATA = 62;
	private static final int CAPTURE_OBJECTS = 3;
	private static final int TEMPLATE_DESCRIPTION = 5;
	private static final String NAME = "capture_objects";

	private final Workshop workshop;
	private final Columns columns;

	Captures(Workshop workshop) {
		this.workshop = workshop;
		this.columns = new Columns(workshop.elaboration());
	}

	void fill() {
		workshop.elaboration().objects().stream().filter(handle -> !handle.body().captures().isEmpty()).forEach(this::fill);
	}

	void fill(ObjectHandle handle) {
		BodyItem first = handle.body().captures().getFirst().node();
		if (!captures(handle)) {
			workshop.elaboration().report().report("MW-LANG-215", first, "%s captures nothing: that is for Profile generic and Compact data"
					.formatted(handle.object().getName()));
			return;
		}
		if (handle.body().attributes().containsKey(NAME)) {
			workshop.elaboration().report().report("MW-LANG-216", handle.body().attributes().get(NAME).node(),
					CosemDslPackage.eINSTANCE.getAttributeLine_Name(), "capture says what capture_objects says; keep one of them");
			return;
		}
		List<Column> captured = new ArrayList<>();
		List<Origin> origins = new ArrayList<>();
		for (Body.Line<? extends BodyItem> line : handle.body().captures()) {
			switch (line.node()) {
				case CaptureLine capture -> {
					List<Column> found = columns(handle, capture, line.scope());
					captured.addAll(found);
					workshop.elaboration().traced(handle.object()).ifPresent(traced -> traced.columns(found, line.layer().place(capture)));
				}
				case RemoveLine remove -> remove(remove, line.scope(), captured);
				default -> {
					// no other line captures
				}
			}
			origins.add(Columns.origin(line, handle.body().captures().getFirst()));
		}
		workshop.elaboration().traced(handle.object()).ifPresent(traced -> traced.keep(captured));
		store(handle, captured, first, origins);
	}

	private List<Column> columns(ObjectHandle handle, CaptureLine line, Scope scope) {
		List<Column> found = new ArrayList<>();
		List<Ref> away = handle.body().captures().stream().map(Body.Line::node).filter(RemoveLine.class::isInstance)
				.flatMap(remove -> ((RemoveLine) remove).getColumns().stream()).map(Target::getRef).filter(ref -> ref != null).toList();
		List<Target> kept = line.getColumns().stream().filter(target -> target.getRef() == null
				|| !workshop.elaboration().targets().isTakenAway(target.getRef(), away, scope)).toList();
		for (Referent referent : workshop.elaboration().targets().resolve(kept, scope, Want.TARGET)) {
			if (referent.method().isPresent() && referent.attribute().isEmpty()) {
				workshop.elaboration().report().report("MW-LANG-213", line, "%s is a method; attributes are captured".formatted(referent.text()));
			} else {
				columns.of(referent, line).ifPresent(found::add);
			}
		}
		return found;
	}

	private void remove(RemoveLine line, Scope scope, List<Column> captured) {
		for (Target target : line.getColumns()) {
			if (target.getRef() != null && workshop.elaboration().targets().isTakenAway(target.getRef(), scope)) {
				continue;
			}
			for (Referent referent : workshop.elaboration().targets().resolve(List.of(target), scope, Want.TARGET)) {
				columns.of(referent, line).filter(column -> !captured.removeIf(each -> Columns.same(each, column))).ifPresent(column ->
						workshop.elaboration().report().report("MW-LANG-012", target, "nothing to remove: %s is not captured".formatted(referent.text())));
			}
		}
	}

	private void store(ObjectHandle handle, List<Column> captured, BodyItem first, List<Origin> origins) {
		boolean restricted = handle.object().getInterfaceClass().getClassId() == COMPACT_DATA && handle.object().getInterfaceClass().getVersion() > 0;
		ColumnValues.Shape shape = restricted ? ColumnValues.Shape.WITH_COLUMNS : ColumnValues.Shape.PLAIN;
		handle.set(CAPTURE_OBJECTS, ColumnValues.list(captured, shape), origins.getFirst()).ifPresent(attribute -> {
			attribute.getOrigins().clear();
			attribute.getOrigins().addAll(origins.reversed());
		});
		if (handle.object().getInterfaceClass().getClassId() == COMPACT_DATA && !handle.body().attributes().containsKey("template_description")) {
			template(handle, captured, first, origins.getFirst());
		}
	}

	private void template(ObjectHandle handle, List<Column> captured, BodyItem line, Origin origin) {
		CompactTemplate.of(captured).ifPresentOrElse(value -> handle.set(TEMPLATE_DESCRIPTION, value, origin),
				() -> workshop.elaboration().report().report("MW-LANG-239", line, "template_description cannot be derived from the captured types; write it as hex"));
	}

	/** Tells whether an object is of a class that captures. */
	static boolean captures(ObjectHandle handle) {
		int id = handle.object().getInterfaceClass().getClassId();
		return id == PROFILE_GENERIC || id == COMPACT_DATA;
	}
}
