// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;

import org.eclipse.emf.ecore.EObject;

/** A value that cannot be what is expected: thrown inside {@link Values} only, which turns it into a finding. */
final class ValueProblem extends RuntimeException {
	private static final long serialVersionUID = 1L;

	private final String rule;
	private final transient EObject node;
	private final transient List<String> data;

	ValueProblem(String rule, EObject node, String message, String... data) {
		super(message, null, false, false);
		this.rule = rule;
		this.node = node;
		this.data = List.of(data);
	}

	void tell(Report report) {
		if (!getMessage().isEmpty()) {
			report.report(rule, node, getMessage(), data.toArray(String[]::new));
		}
	}
}
