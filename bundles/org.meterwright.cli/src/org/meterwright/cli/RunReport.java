// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.words.Markup;
import org.meterwright.rules.report.JsonText;
import org.meterwright.scenario.ScenarioResult;

/** Writes what came of scenarios: for people, for scripts, and for build servers. */
final class RunReport {

	/** How results are written. */
	enum Format {
		/** A line for each scenario, with the steps of those that failed. */
		TEXT,
		/** JSON with every step. */
		JSON,
		/** JUnit XML: a suite for each meter, a test case for each scenario. */
		JUNIT
	}

	/** The results of one meter. */
	record Run(String meter, List<ScenarioResult> results) {
	}

	/** How many scenarios were played, and how many failed. */
	record Count(int played, int failed) {
		String sentence() {
			return "%s played: %d as expected, %d not".formatted(Summary.count(played, "scenario", "s"), played - failed, failed);
		}
	}

	private RunReport() {
	}

	/** Count scenarios. */
	static Count count(List<Run> runs) {
		List<ScenarioResult> all = runs.stream().flatMap(run -> run.results().stream()).toList();
		return new Count(all.size(), (int) all.stream().filter(result -> !result.isFine()).count());
	}

	/** Return the report. */
	static String of(List<Run> runs, Format format, boolean allSteps) {
		return switch (format) {
			case TEXT -> text(runs, allSteps);
			case JSON -> JsonText.of(Map.of("meters", runs.stream().map(RunReport::json).toList()));
			case JUNIT -> junit(runs);
		};
	}

	private static String text(List<Run> runs, boolean allSteps) {
		StringBuilder text = new StringBuilder();
		for (Run run : runs) {
			for (ScenarioResult result : run.results()) {
				text.append("%s %s: %s (%s:%d)\n".formatted(result.isFine() ? "ok    " : "FAILED", run.meter(), result.scenario().title(), result.scenario().place().file(),
						result.scenario().place().line()));
				if (allSteps || !result.isFine()) {
					result.steps().forEach(step -> text.append(step(step)));
				}
			}
		}
		return text.append(count(runs).sentence()).append('\n').toString();
	}

	private static String step(ScenarioResult.Step step) {
		String indent = "  ".repeat(step.depth());
		StringBuilder text = new StringBuilder("  %5d  %s  %s%s\n".formatted(step.line(), step.time().replace('T', ' '), indent, step.words()));
		step.told().forEach(told -> text.append("                              %s- %s\n".formatted(indent, told.replaceFirst("(\\d)T(\\d)", "$1 $2"))));
		step.failure().ifPresent(failure -> text.append("                              %s! %s\n".formatted(indent, failure)));
		return text.toString();
	}

	private static Map<String, Object> json(Run run) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("meter", run.meter());
		json.put("scenarios", run.results().stream().map(RunReport::json).toList());
		return json;
	}

	private static Map<String, Object> json(ScenarioResult result) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("title", result.scenario().title());
		json.put("file", result.scenario().place().file());
		json.put("line", result.scenario().place().line());
		json.put("ok", result.isFine());
		List<Object> steps = new ArrayList<>();
		for (ScenarioResult.Step step : result.steps()) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("line", step.line());
			one.put("step", step.words());
			one.put("time", step.time());
			one.put("told", step.told());
			step.failure().ifPresent(failure -> one.put("failure", failure));
			steps.add(one);
		}
		json.put("steps", steps);
		return json;
	}

	private static String junit(List<Run> runs) {
		Count all = count(runs);
		StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"%d\" failures=\"%d\">\n".formatted(all.played(), all.failed()));
		for (Run run : runs) {
			Count own = count(List.of(run));
			xml.append("  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">\n".formatted(Markup.text(run.meter()), own.played(), own.failed()));
			run.results().forEach(result -> xml.append(junit(run, result)));
			xml.append("  </testsuite>\n");
		}
		return xml.append("</testsuites>\n").toString();
	}

	private static String junit(Run run, ScenarioResult result) {
		String head = "    <testcase classname=\"%s\" name=\"%s\" file=\"%s\" line=\"%d\"".formatted(Markup.text(run.meter()), Markup.text(result.scenario().title()),
				Markup.text(result.scenario().place().file()), result.scenario().place().line());
		if (result.isFine()) {
			return "%s/>\n".formatted(head);
		}
		ScenarioResult.Step failed = result.failure().orElseThrow();
		StringBuilder steps = new StringBuilder();
		result.steps().forEach(step -> steps.append(step(step)));
		return "%s>\n      <failure message=\"line %d: %s: %s\">%s</failure>\n    </testcase>\n".formatted(head, failed.line(), Markup.text(failed.words()), Markup.text(failed.failure().orElseThrow()),
				Markup.text(steps.toString()));
	}
}
