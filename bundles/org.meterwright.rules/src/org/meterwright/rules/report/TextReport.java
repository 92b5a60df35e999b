// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.report;

import java.util.List;

import org.meterwright.rules.Finding;

/**
 * One line for each finding: {@code meter.cosem:12: error MW-PUSH-001: what is wrong}. Accepted findings are left out. Where there are
 * several meters or variants, the line ends with those that have it.
 */
public final class TextReport implements FindingReport {
	private static final int NAMED = 3;

	private final int all;

	/** Make a report on one meter. */
	public TextReport() {
		this(0);
	}

	/**
	 * Make a report.
	 *
	 * @param all how many meters and variants were checked
	 */
	public TextReport(int all) {
		this.all = all;
	}

	@Override
	public String write(List<Finding> findings) {
		StringBuilder text = new StringBuilder();
		findings.stream().filter(finding -> finding.accepted().isEmpty()).forEach(finding -> text.append(line(finding)).append(variants(finding)).append('\n'));
		return text.toString();
	}

	private String variants(Finding finding) {
		List<String> names = finding.variants();
		if (names.isEmpty()) {
			return "";
		}
		if (names.size() == all) {
			return " [all %d variants]".formatted(all);
		}
		String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
		return names.size() <= NAMED ? " [%s]".formatted(first) : " [%s and %d more]".formatted(first, names.size() - NAMED);
	}

	/** Return the line of one finding, without its end. */
	public static String line(Finding finding) {
		return "%s:%d: %s %s: %s".formatted(finding.place().file(), finding.place().line(), finding.severity().word(), finding.rule(),
				String.join(" ", finding.message().lines().toList()));
	}
}
