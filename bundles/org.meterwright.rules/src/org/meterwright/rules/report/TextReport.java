// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.report;

import java.util.List;

import org.meterwright.rules.Finding;

/** One line for each finding: {@code meter.cosem:12: error MW-PUSH-001: what is wrong}. Accepted findings are left out. */
public final class TextReport implements FindingReport {

	@Override
	public String write(List<Finding> findings) {
		StringBuilder text = new StringBuilder();
		findings.stream().filter(finding -> finding.accepted().isEmpty()).forEach(finding -> text.append(line(finding)).append('\n'));
		return text.toString();
	}

	/** Return the line of one finding, without its end. */
	public static String line(Finding finding) {
		return "%s:%d: %s %s: %s".formatted(finding.place().file(), finding.place().line(), finding.severity().word(), finding.rule(),
				String.join(" ", finding.message().lines().toList()));
	}
}
