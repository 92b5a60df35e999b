// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.LogStep;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.Step;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * What reactions log without saying so: the code of the event where the step has no {@code with}, and the logs that an Alert's
 * declaration asks for, just before the Alert, with the event's code or else the Alert's.
 */
final class EventLogs {
	private final LogColumns columns = new LogColumns();

	/** Tells whether what is logged differs from event to event. */
	boolean dependsOnEvent(Reaction reaction, Entry<ReactionDecl> entry) {
		return !bare(Reactions.acting(entry).node().getActions()).isEmpty() || reaction.getActions().stream()
				.anyMatch(action -> action instanceof AlertAction alert && !missing(reaction.getActions(), alert).isEmpty());
	}

	/** Completes the actions of a reaction to some events, or to none. */
	void complete(Reaction reaction, Entry<ReactionDecl> entry, List<Event> events) {
		int code = events.stream().mapToInt(Event::getCode).filter(each -> each >= 0).findFirst().orElse(-1);
		complete(reaction.getActions(), bare(Reactions.acting(entry).node().getActions()), code);
		complete(reaction.getReturnActions(), bare(Reactions.returning(entry).node().getBackActions()), code);
	}

	private void complete(List<Action> actions, Set<Integer> bare, int code) {
		for (Action action : List.copyOf(actions)) {
			if (action instanceof LogAction log && bare.contains(log.getOrigins().getFirst().offset())) {
				log.getArguments().addAll(columns.code(log.getLog(), code));
			} else if (action instanceof AlertAction alert) {
				add(actions, alert, code);
			}
		}
	}

	/** Returns where the log steps without values stand. */
	private static Set<Integer> bare(List<Step> steps) {
		return steps.stream().filter(step -> step instanceof LogStep log && log.getArguments().isEmpty()).map(step -> SyntaxFile.place(step, Layer.WRITTEN).offset())
				.collect(Collectors.toSet());
	}

	private void add(List<Action> actions, AlertAction action, int code) {
		Alert alert = action.getAlert();
		for (CosemObject missing : missing(actions, action)) {
			LogAction log = CosemFactory.eINSTANCE.createLogAction();
			log.setLog(missing);
			log.getArguments().addAll(columns.code(missing, code < 0 ? alert.getCode() : code));
			Origin first = alert.getOrigins().getFirst();
			log.getOrigins().addAll(action.getOrigins());
			log.getOrigins().add(first.as(Layer.COMPANION, first.of()));
			actions.add(actions.indexOf(action), log);
		}
	}

	private static List<CosemObject> missing(List<Action> actions, AlertAction action) {
		List<CosemObject> logged = Actions.logs(actions).toList();
		return action.getAlert().getLogs().stream().filter(log -> !logged.contains(log)).toList();
	}
}
