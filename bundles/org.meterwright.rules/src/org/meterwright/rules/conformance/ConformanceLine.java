// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.List;

import org.meterwright.cosem.value.Origin;

/**
 * One requirement of a companion and what becomes of it.
 *
 * @param kind        object, association, use case, Alert or requirement in words
 * @param name        its name in the companion
 * @param text        what is required
 * @param clauses     where it is laid down
 * @param unspecified facets of it that no source gives
 * @param verdict     what becomes of it
 * @param places      where the meter's text answers it
 * @param problems    what is missing or wrong
 * @param accepted    why the designer accepts what is wrong
 * @param proofs      what scenarios show
 */
public record ConformanceLine(Kind kind, String name, String text, List<String> clauses, List<String> unspecified, Verdict verdict, List<Origin> places, List<String> problems,
		List<String> accepted, List<ScenarioResult> proofs) {

	/** Copies the lists. */
	public ConformanceLine {
		clauses = List.copyOf(clauses);
		unspecified = List.copyOf(unspecified);
		places = List.copyOf(places);
		problems = List.copyOf(problems);
		accepted = List.copyOf(accepted);
		proofs = List.copyOf(proofs);
	}

	/** What kind of requirement it is. */
	public enum Kind {
		/** Requirement in words. */
		DEMAND("Requirements"),
		/** Use case. */
		USE_CASE("Use cases"),
		/** Alert. */
		ALERT("Alerts"),
		/** Object. */
		OBJECT("Objects"),
		/** Association. */
		ASSOCIATION("Associations");

		private final String heading;

		Kind(String heading) {
			this.heading = heading;
		}

		/** Returns the heading of the report. */
		public String heading() {
			return heading;
		}
	}

	/** Returns the line with what scenarios show: a failed one contradicts it, a passed one proves what nothing is missing of. */
	ConformanceLine with(List<ScenarioResult> results) {
		boolean failed = results.stream().anyMatch(result -> !result.passed());
		boolean provable = verdict == Verdict.MET || verdict == Verdict.NOT_DECIDED;
		Verdict after = failed ? Verdict.CONTRADICTED : !results.isEmpty() && provable ? Verdict.PROVEN : verdict;
		return new ConformanceLine(kind, name, text, clauses, unspecified, after, places, problems, accepted, results);
	}
}
