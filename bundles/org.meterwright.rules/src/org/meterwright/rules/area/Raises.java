// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.rules.check.Facts;

/** Which reactions raise which Alert. */
final class Raises {
	private final Map<Alert, List<Reaction>> reactions = new HashMap<>();

	private Raises(Facts facts) {
		for (Reaction reaction : facts.meter().getReactions()) {
			Uses.actions(reaction).filter(AlertAction.class::isInstance).map(action -> ((AlertAction) action).getAlert()).distinct()
					.forEach(alert -> reactions.computeIfAbsent(alert, each -> new ArrayList<>()).add(reaction));
		}
	}

	static Raises of(Facts facts) {
		return facts.once(Raises.class, () -> new Raises(facts));
	}

	List<Reaction> of(Alert alert) {
		return reactions.getOrDefault(alert, List.of());
	}
}
