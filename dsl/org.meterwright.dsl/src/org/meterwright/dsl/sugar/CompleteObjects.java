// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.Optional;

import org.meterwright.cosem.InterfaceClass;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.sugar.RequiredObjects.Required;

/** {@code conforms x complete objects}: adds what a companion requires and the meter has not got, as if the meter declared it so. */
final class CompleteObjects {
	private static final String REQUIRE = "require";

	private final Workshop workshop;

	CompleteObjects(Workshop workshop) {
		this.workshop = workshop;
	}

	void add() {
		workshop.required().index();
		for (Required each : workshop.required().all()) {
			boolean wanted = each.entry().node().getKind().equals(REQUIRE) && workshop.companions().completes(each.entry());
			if (wanted && workshop.required().object(each).isEmpty()) {
				add(each);
			}
		}
		workshop.required().index();
	}

	private void add(Required each) {
		Elaboration elaboration = workshop.elaboration();
		Optional<InterfaceClass> type = each.versions().size() == 1 ? Optional.of(each.versions().getFirst()) : Optional.empty();
		if (type.isEmpty()) {
			elaboration.report().report("MW-LANG-229", workshop.conformance(), "%s is required as %s, which has several versions; declare the object in the version that it has"
					.formatted(each.name(), each.declaration().getInterfaceClass()));
			return;
		}
		Entry<ObjectDecl> entry = new Entry<>(each.declaration(), workshop.home(), each.entry().layer(), Optional.empty());
		elaboration.create(new Elaboration.NewObject(each.declaration().getName(), each.index(), type.get(), each.logicalName(), workshop.home(), false, false,
				each.declaration(), entry.origins()), Optional.of(entry), each.env());
	}
}
