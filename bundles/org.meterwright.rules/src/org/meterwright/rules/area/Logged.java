// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashSet;
import java.util.Set;

import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.value.Values;

/** Which event codes a meter logs: those that a log entry holds, and those of events and Alerts whose reaction logs. */
public final class Logged {
	private Logged() {
	}

	/** Returns the codes. */
	public static Set<Integer> codes(Meter meter) {
		Set<Integer> codes = new HashSet<>();
		meter.getReactions().forEach(reaction -> add(reaction, codes));
		return codes;
	}

	private static void add(Reaction reaction, Set<Integer> codes) {
		boolean logs = Uses.actions(reaction).anyMatch(LogAction.class::isInstance);
		if (logs && reaction.getTrigger() instanceof EventTrigger trigger) {
			trigger.getEvents().stream().map(Event::getCode).forEach(codes::add);
		}
		Uses.actions(reaction).forEach(action -> {
			if (action instanceof LogAction log) {
				log.getArguments().stream().flatMap(value -> Values.bigNumber(value).stream()).forEach(number -> codes.add(number.intValue()));
			} else if (action instanceof AlertAction alert && alert.getAlert() != null) {
				codes.add(alert.getAlert().getCode());
			}
		});
	}
}
