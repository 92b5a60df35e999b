// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** What rules on companions found, by what it is about. */
final class Judged {
	private final Map<EObject, List<Finding>> bySubject;
	private final Map<String, List<Finding>> byName;

	Judged(List<Finding> findings) {
		List<Finding> own = findings.stream().filter(finding -> (finding.rule().startsWith("MW-COMP-") || finding.rule().startsWith("MW-GBCS-")) && finding.severity() != Severity.INFO)
				.toList();
		bySubject = own.stream().filter(finding -> finding.subject().isPresent()).collect(Collectors.groupingBy(finding -> finding.subject().get()));
		byName = own.stream().filter(finding -> !finding.data().isEmpty()).collect(Collectors.groupingBy(finding -> finding.data().get(0)));
	}

	List<Finding> on(EObject subject) {
		return bySubject.getOrDefault(subject, List.of());
	}

	/** Returns the findings that name a requirement. */
	List<Finding> about(String name) {
		return byName.getOrDefault(name, List.of());
	}

	/** Judges what is there: met, accepted or contradicted. */
	static Verdict verdict(List<Finding> findings) {
		return findings.isEmpty() ? Verdict.MET : worst(findings, Verdict.CONTRADICTED);
	}

	/** Returns a verdict, or accepted where every finding is. */
	static Verdict worst(List<Finding> findings, Verdict verdict) {
		return !findings.isEmpty() && findings.stream().allMatch(finding -> finding.accepted().isPresent()) ? Verdict.ACCEPTED : verdict;
	}

	static List<String> problems(List<Finding> findings) {
		return findings.stream().map(finding -> "%s: %s".formatted(finding.rule(), finding.message())).distinct().toList();
	}

	static List<String> reasons(List<Finding> findings) {
		return findings.stream().map(Finding::accepted).flatMap(Optional::stream).distinct().toList();
	}
}
