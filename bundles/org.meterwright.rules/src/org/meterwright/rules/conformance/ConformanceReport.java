// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the companions of a meter ask and what becomes of it.
 *
 * @param meter      name of the meter, with its variant
 * @param companions names of its companions, bases first
 * @param lines      their requirements, in order of kind and companion
 */
public record ConformanceReport(String meter, List<String> companions, List<ConformanceLine> lines) {
	/** Copies the lists. */
	public ConformanceReport {
		companions = List.copyOf(companions);
		lines = List.copyOf(lines);
	}

	/** Returns the lines of a kind. */
	public List<ConformanceLine> lines(ConformanceLine.Kind kind) {
		return lines.stream().filter(line -> line.kind() == kind).toList();
	}

	/** Counts lines by verdict; verdicts without a line are left out. */
	public static Map<Verdict, Integer> count(List<ConformanceLine> lines) {
		Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
		lines.forEach(line -> counts.merge(line.verdict(), 1, Integer::sum));
		return counts;
	}

	/** Tells whether nothing is missing or contradicted. */
	public boolean conforms() {
		return lines.stream().noneMatch(line -> line.verdict() == Verdict.MISSING || line.verdict() == Verdict.CONTRADICTED);
	}
}
