// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.RaiseAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Layer;

/** What companions say of events: their codes are taken, and those that a meter does not use are not its own. */
final class CompanionEvents {
	private final Workshop workshop;

	CompanionEvents(Workshop workshop) {
		this.workshop = workshop;
	}

	/** Reports events that take a code of a companion's or change one, then leaves out of the model what the meter does not use. */
	void settle() {
		Map<Integer, EventDecl> codes = new HashMap<>();
		List<Entry<EventDecl>> own = new ArrayList<>();
		for (Entry<EventDecl> entry : workshop.elaboration().items().of(EventDecl.class)) {
			Entry<?> first = first(entry);
			if (!isCompanions(first)) {
				own.add(entry);
			} else if (first.node() instanceof EventDecl declared && declared.getCode() != null) {
				codes.put(Codes.of(declared.getCode()), declared);
				changed(entry, declared);
			}
		}
		own.forEach(entry -> taken(entry.node(), codes));
		if (!codes.isEmpty()) {
			leaveOut();
		}
	}

	private static Entry<?> first(Entry<?> entry) {
		return entry.replaced().<Entry<?>>map(CompanionEvents::first).orElse(entry);
	}

	private static boolean isCompanions(Entry<?> entry) {
		return entry.layer().kind().equals(Layer.COMPANION);
	}

	private void changed(Entry<EventDecl> entry, EventDecl declared) {
		String code = entry.node().getCode();
		if (!isCompanions(entry) && code != null && Codes.of(code) != Codes.of(declared.getCode())) {
			workshop.elaboration().report().report("MW-LANG-243", entry.node(), CosemDslPackage.eINSTANCE.getEventDecl_Code(),
					"the companion gives %s the code %s, not %s".formatted(declared.getName(), declared.getCode(), code));
		}
	}

	private void taken(EventDecl node, Map<Integer, EventDecl> codes) {
		EventDecl companions = node.getCode() == null ? null : codes.get(Codes.of(node.getCode()));
		if (companions != null) {
			workshop.elaboration().report().report("MW-LANG-243", node, CosemDslPackage.eINSTANCE.getEventDecl_Code(),
					"the code %s is that of the companion's %s".formatted(node.getCode(), companions.getName()));
		}
	}

	private void leaveOut() {
		Set<Event> used = new HashSet<>();
		workshop.elaboration().model().getReactions().forEach(reaction -> uses(reaction).forEach(used::add));
		workshop.elaboration().model().getAlerts().forEach(alert -> used.addAll(alert.getEvents()));
		workshop.elaboration().model().getEvents().removeIf(event -> !used.contains(event)
				&& event.getOrigins().stream().map(Origin::kind).allMatch(Layer.COMPANION::equals));
	}

	private static Stream<Event> uses(Reaction reaction) {
		Stream<Event> awaited = reaction.getTrigger() instanceof EventTrigger trigger ? trigger.getEvents().stream() : Stream.empty();
		Stream<Action> actions = Stream.concat(reaction.getActions().stream(), reaction.getReturnActions().stream());
		return Stream.concat(awaited, actions.filter(RaiseAction.class::isInstance).map(action -> ((RaiseAction) action).getEvent()));
	}
}
