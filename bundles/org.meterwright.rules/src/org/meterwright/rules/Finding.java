// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;

/**
 * Something that is wrong, or worth knowing, at a place of the text.
 *
 * @param rule      rule id, such as MW-PUSH-012
 * @param severity  how bad it is
 * @param message   one sentence: what is wrong and what to do
 * @param place     where; findings on a whole file have line 1 and length 0
 * @param subject   element of the COSEM model or of the syntax tree
 * @param attribute attribute index on the subject; 0: the whole
 * @param data      what a quick fix needs
 * @param accepted  the designer's reason, when the finding is accepted
 * @param variants  names of the meters or variants that have it, as in E470-plus; none where there is only one meter
 */
public record Finding(String rule, Severity severity, String message, Origin place, Optional<EObject> subject, int attribute, List<String> data,
		Optional<String> accepted, List<String> variants) {
	/** The order of every report: by file, line and column, then the worse first, then by rule and message. */
	public static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> finding.place().file())
			.thenComparingInt(finding -> finding.place().line()).thenComparingInt(finding -> finding.place().offset())
			.thenComparing(Finding::severity).thenComparing(Finding::rule).thenComparingInt(Finding::attribute)
			.thenComparing(Finding::message);

	/** Copies the lists. */
	public Finding {
		data = List.copyOf(data);
		variants = List.copyOf(variants);
	}

	/** Makes a finding of the only meter. */
	public Finding(String rule, Severity severity, String message, Origin place, Optional<EObject> subject, int attribute, List<String> data, Optional<String> accepted) {
		this(rule, severity, message, place, subject, attribute, data, accepted, List.of());
	}

	/** Makes a finding without subject, such as one on the text alone. */
	public static Finding of(Rule rule, Origin place, String message, String... data) {
		return new Finding(rule.id(), rule.severity(), message, place, Optional.empty(), 0, List.of(data), Optional.empty());
	}

	/** Makes a finding on an element. */
	public static Finding of(Rule rule, Origin place, EObject subject, int attribute, String message, String... data) {
		return new Finding(rule.id(), rule.severity(), message, place, Optional.of(subject), attribute, List.of(data), Optional.empty());
	}

	/** Returns this finding with the designer's reason to accept it. */
	public Finding accept(String reason) {
		return new Finding(rule, severity, message, place, subject, attribute, data, Optional.of(reason), variants);
	}

	/** Returns this finding as that of some meters or variants. */
	public Finding in(List<String> names) {
		return new Finding(rule, severity, message, place, subject, attribute, data, accepted, names);
	}

	/** Tells whether the finding forbids generating: an error that nobody accepted. */
	public boolean isBlocking() {
		return severity == Severity.ERROR && accepted.isEmpty();
	}
}
