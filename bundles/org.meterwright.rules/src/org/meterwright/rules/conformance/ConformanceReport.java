// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the companions of a meter ask and what becomes of it.
 *
 * @param meter      name of the meter, with its variant
 * @param companions names of its companions, bases first
 * @param lines      their requirements, in order of kind and companion
 * @param results    what scenarios show; none when none were played
 */
public record ConformanceReport(String meter, List<String> companions, List<ConformanceLine> lines, List<ScenarioResult> results) {
	/** Copies the lists. */
	public ConformanceReport {
		companions = List.copyOf(companions);
		lines = List.copyOf(lines);
		results = List.copyOf(results);
	}

	/** Returns the lines of a kind. */
	public List<ConformanceLine> lines(ConformanceLine.Kind kind) {
		return lines.stream().filter(line -> line.kind() == kind).toList();
	}

	/** Returns how each scenario came out, in their order, and the names of the requirements that it says something of. */
	public Map<ScenarioResult, List<String>> scenarios() {
		return results.stream().collect(Collectors.groupingBy(ScenarioResult::outcome, LinkedHashMap::new,
				Collectors.mapping(ScenarioResult::requirement, Collectors.filtering(name -> !name.isEmpty(), Collectors.toList()))));
	}

	/** Counts lines by verdict; verdicts without a line are left out. */
	public static Map<Verdict, Integer> count(List<ConformanceLine> lines) {
		Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
		lines.forEach(line -> counts.merge(line.verdict(), 1, Integer::sum));
		return counts;
	}

	/** Tells whether nothing is missing or contradicted, and no scenario failed. */
	public boolean conforms() {
		return lines.stream().noneMatch(line -> line.verdict() == Verdict.MISSING || line.verdict() == Verdict.CONTRADICTED) && results.stream().allMatch(ScenarioResult::passed);
	}
}
