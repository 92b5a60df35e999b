// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.value.Origin;
import org.meterwright.scenario.Scenario;
import org.meterwright.scenario.ScenarioResult;

/**
 * A line of the time line: a scenario, below it its steps, below them what the meter did.
 *
 * @param depth    0 for scenarios; steps are as deep as their braces
 * @param key      the same as long as it is about the same
 * @param time     time of the meter, as 2026-11-01 12:00:00
 * @param words    the title, the step as it is written, or what was done
 * @param outcome  what came of it
 * @param why      why it is not as expected
 * @param scenario the scenario
 * @param line     line of the text; 0: none
 * @param open     whether what is below is shown
 * @param openable whether something is below
 */
public record PlayRow(int depth, String key, String time, String words, Outcome outcome, String why, Scenario scenario, int line, boolean open, boolean openable) {

	/** What came of it. */
	public enum Outcome {
		/** It was not played. */
		NONE,
		/** It is being played. */
		PLAYING,
		/** It is as expected. */
		FINE,
		/** It is not. */
		FAILED,
		/** The meter did it. */
		TOLD
	}

	/**
	 * Lists scenarios with what came of them.
	 *
	 * @param results results by title; those that are being played have the steps so far
	 * @param playing the scenario that is being played
	 * @param toggled keys of scenarios that are open or closed against the rule: failed ones are open
	 */
	public static List<PlayRow> of(List<Scenario> scenarios, Map<String, ScenarioResult> results, Optional<String> playing, Set<String> toggled) {
		List<PlayRow> rows = new ArrayList<>();
		for (Scenario scenario : scenarios) {
			Optional<ScenarioResult> result = Optional.ofNullable(results.get(scenario.title()));
			Outcome outcome = playing.filter(scenario.title()::equals).isPresent() ? Outcome.PLAYING
					: result.map(it -> it.isFine() ? Outcome.FINE : Outcome.FAILED).orElse(Outcome.NONE);
			boolean open = toggled.contains(scenario.title()) != (outcome == Outcome.FAILED || outcome == Outcome.PLAYING);
			String why = result.flatMap(ScenarioResult::failure).map(step -> "line %d: %s".formatted(step.line(), step.failure().orElseThrow())).orElse("");
			rows.add(new PlayRow(0, scenario.title(), result.filter(it -> !it.steps().isEmpty()).map(it -> time(it.steps().getLast().time())).orElse(""), scenario.title(), outcome, why, scenario,
					scenario.place().line(), open, result.filter(it -> !it.steps().isEmpty()).isPresent()));
			if (open) {
				result.ifPresent(it -> steps(it, rows));
			}
		}
		return rows;
	}

	private static String time(String time) {
		return time.replace('T', ' ');
	}

	private static void steps(ScenarioResult result, List<PlayRow> rows) {
		String title = result.scenario().title();
		for (int i = 0; i < result.steps().size(); i++) {
			ScenarioResult.Step step = result.steps().get(i);
			rows.add(new PlayRow(step.depth() + 1, "%s %d".formatted(title, i), time(step.time()), step.words(), step.failure().isEmpty() ? Outcome.FINE : Outcome.FAILED,
					step.failure().orElse(""), result.scenario(), step.line(), false, false));
			for (int j = 0; j < step.told().size(); j++) {
				String told = step.told().get(j);
				boolean timed = told.matches("\\d{4}-\\d\\d-\\d\\dT.*");
				rows.add(new PlayRow(step.depth() + 2, "%s %d %d".formatted(title, i, j), timed ? time(told.substring(0, 19)) : "", timed ? told.substring(20) : told, Outcome.TOLD, "",
						result.scenario(), step.line(), false, false));
			}
		}
	}

	/**
	 * Returns where it is written.
	 *
	 * @param text the text of the scenario's file
	 */
	public Origin place(String text) {
		int offset = 0;
		for (int i = 1; i < line && offset >= 0; i++) {
			offset = text.indexOf('\n', offset) + 1;
		}
		int begin = offset;
		while (begin < text.length() && (text.charAt(begin) == ' ' || text.charAt(begin) == '\t')) {
			begin++;
		}
		int end = text.indexOf('\n', begin);
		return new Origin(scenario.place().file(), line, begin, Math.max(0, (end < 0 ? text.length() : end) - begin), "written");
	}
}
