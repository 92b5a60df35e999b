// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Demand;
import org.meterwright.cosem.DemandPlace;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.UseCase;
import org.meterwright.dsl.cosemDsl.DemandDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.sugar.RequiredObjects.Required;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Requirements in words, and what answers them: objects or attributes that companions require, use cases, Alerts. */
final class Demands {
	private final Workshop workshop;

	Demands(Workshop workshop) {
		this.workshop = workshop;
	}

	void fill() {
		for (Entry<DemandDecl> entry : workshop.elaboration().items().of(DemandDecl.class)) {
			workshop.companions().of(entry).ifPresent(companion -> companion.getDemands().add(demand(entry)));
		}
	}

	private Demand demand(Entry<DemandDecl> entry) {
		DemandDecl node = entry.node();
		Demand demand = CosemFactory.eINSTANCE.createDemand();
		demand.setName(node.getName());
		demand.setText(node.getText());
		demand.getClauses().addAll(node.getClauses());
		demand.setUncertain(node.getUncertain());
		demand.getOrigins().addAll(entry.origins());
		String documentation = SyntaxFile.documentation(node);
		demand.setDocumentation(documentation.isEmpty() ? null : documentation);
		node.getTargets().forEach(ref -> target(demand, ref));
		return demand;
	}

	private void target(Demand demand, Ref ref) {
		String name = ref.getSegments().getFirst().getName();
		List<UseCase> useCases = companions().stream().flatMap(each -> each.getUseCases().stream()).filter(each -> each.getName().equals(name)).toList();
		List<Alert> alerts = companions().stream().flatMap(each -> each.getAlerts().stream()).filter(each -> isNamed(each, name)).toList();
		if (useCases.isEmpty() && alerts.isEmpty()) {
			workshop.required().find(ref).forEach(required -> place(required, ref).ifPresent(demand.getPlaces()::add));
		} else {
			demand.getUseCases().addAll(useCases);
			demand.getAlerts().addAll(alerts);
		}
	}

	private static boolean isNamed(Alert alert, String name) {
		return alert.getName().equals(name) || alert.getName().startsWith(name + "[");
	}

	private List<Companion> companions() {
		return workshop.elaboration().model().getCompanions();
	}

	private Optional<DemandPlace> place(Required required, Ref ref) {
		Optional<Requirement> requirement = workshop.requirements().of(required);
		DemandPlace place = CosemFactory.eINSTANCE.createDemandPlace();
		requirement.ifPresent(place::setRequirement);
		if (ref.getSegments().size() > 1) {
			String member = ref.getSegments().getLast().getName();
			required.attribute(member).ifPresentOrElse(attribute -> place.setIndex(attribute.getIndex()),
					() -> workshop.required().unknown(required, ref.getSegments().getLast(), member));
		}
		return requirement.map(found -> place);
	}
}
