// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.play;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Verb;
import org.meterwright.rules.conformance.ScenarioEvidence;
import org.meterwright.rules.conformance.ScenarioEvidence.Alerted;
import org.meterwright.rules.conformance.ScenarioEvidence.Expected;
import org.meterwright.rules.conformance.ScenarioEvidence.Requested;
import org.meterwright.scenario.Play;
import org.meterwright.scenario.ScenarioResult;

/** Takes from a scenario that was played what it shows: what its expectations name, and what its clients did. */
public final class PlayedEvidence {
	private static final int BUFFER = 2;
	/** Of a push its object counts, not one of its attributes. */
	private static final int WHOLE = 0;

	private final Optional<Integer> failedLine;
	private final Set<ScenarioEvidence.Subject> subjects = new LinkedHashSet<>();

	private PlayedEvidence(Optional<Integer> failedLine) {
		this.failedLine = failedLine;
	}

	/** Return what a scenario shows; of one that failed, what its failed step is about. */
	public static ScenarioEvidence of(ScenarioResult result) {
		PlayedEvidence evidence = new PlayedEvidence(result.failure().map(ScenarioResult.Step::line));
		evidence.all(result.scenario().plays(), Optional.empty());
		String message = result.failure().map(step -> "line %d: %s: %s".formatted(step.line(), step.words(), step.failure().orElseThrow())).orElse("");
		return new ScenarioEvidence(result.scenario().title(), result.isFine(), message, List.copyOf(evidence.subjects), result.scenario().proves());
	}

	private void all(List<Play> plays, Optional<Association> client) {
		for (int i = 0; i < plays.size(); i++) {
			boolean refused = i + 1 < plays.size() && plays.get(i + 1) instanceof Play.ExpectDenied;
			Play play = plays.get(i);
			switch (play) {
				case Play.Repeat it -> all(it.plays(), client);
				case Play.Client it -> all(it.plays(), Optional.of(it.association()));
				default -> one(play, client.filter(association -> !refused));
			}
		}
	}

	private void one(Play play, Optional<Association> client) {
		if (failedLine.isPresent() && failedLine.get() != play.line()) {
			return;
		}
		switch (play) {
			case Play.Read it -> requested(client, Verb.READ, it.column().getObject(), it.column().getAttribute());
			case Play.Write it -> requested(client, Verb.WRITE, it.object(), it.attribute());
			case Play.Call it -> requested(client, Verb.CALL, it.object(), it.method());
			case Play.ExpectValue it -> {
				requested(client, Verb.READ, it.condition().column().getObject(), it.condition().column().getAttribute());
				expected(it.condition().column());
			}
			case Play.ExpectAlert it when counts(it.times()) -> it.alert().ifPresent(alert -> subjects.add(new Alerted(alert.getCode())));
			case Play.ExpectPush it when counts(it.times()) -> expected(it.push().getObject(), WHOLE, it.contents());
			case Play.ExpectLog it when counts(it.times()) -> expected(it.log(), BUFFER, it.contents());
			default -> {
				// What happens to the meter, and what must not come of it, shows nothing that a companion asks.
			}
		}
	}

	/** That something did not happen proves nothing of what should; that it happened all the same speaks against it. */
	private boolean counts(Play.Times times) {
		return failedLine.isPresent() || !times.never() && times.exactly().orElse(1) > 0;
	}

	private void requested(Optional<Association> client, Verb verb, CosemObject object, int index) {
		client.map(Association::getRole).ifPresent(role -> subjects.add(new Requested(role.getName(), verb, object, index)));
	}

	private void expected(CosemObject object, int attribute, List<Play.Condition> contents) {
		subjects.add(new Expected(object, attribute));
		contents.forEach(condition -> expected(condition.column()));
	}

	private void expected(Column column) {
		subjects.add(new Expected(column.getObject(), column.getAttribute()));
	}
}
