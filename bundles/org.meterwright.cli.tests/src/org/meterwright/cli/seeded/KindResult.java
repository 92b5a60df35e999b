// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.seeded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.meterwright.random.fault.FaultKind;
import org.meterwright.rules.Finding;

/**
 * What became of the faults of a kind.
 *
 * @param kind   kind
 * @param seeded how many there were
 * @param rules  rules that found some
 * @param missed those that no rule found
 */
record KindResult(FaultKind kind, int seeded, Set<String> rules, List<String> missed) {
	static KindResult of(FaultKind kind, List<SeededFault> faults) {
		Set<String> rules = new TreeSet<>();
		List<String> missed = new ArrayList<>();
		for (SeededFault fault : faults) {
			List<Finding> findings = fault.findings();
			findings.stream().map(Finding::rule).forEach(rules::add);
			if (findings.isEmpty()) {
				missed.add(fault.toString());
			}
		}
		return new KindResult(kind, faults.size(), rules, missed);
	}

	int found() {
		return seeded - missed.size();
	}

	/** Tells whether a smaller share is found than of another count. */
	boolean isBelow(Share share) {
		return found() * share.seeded() < share.found() * seeded;
	}

	String explain() {
		return "%s: %d of %d found by %s%s".formatted(kind.name(), found(), seeded, rules, missed.isEmpty() ? "" : "; missed: %s".formatted(String.join("; ", missed)));
	}

	/** How many of how many were found. */
	record Share(int found, int seeded) {
	}
}
