// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** Numbers of findings; those that the designer accepted count as such alone. */
public record FindingCounts(int errors, int warnings, int notes, int accepted) {

	static FindingCounts of(List<Finding> findings) {
		return new FindingCounts(count(findings, Severity.ERROR), count(findings, Severity.WARNING), count(findings, Severity.INFO),
				(int) findings.stream().filter(finding -> finding.accepted().isPresent()).count());
	}

	private static int count(List<Finding> findings, Severity severity) {
		return (int) findings.stream().filter(finding -> finding.severity() == severity && finding.accepted().isEmpty()).count();
	}

	/** Returns the numbers in words, such as {@code 2 errors, 1 warning}. */
	public String words() {
		List<String> words = new ArrayList<>();
		words.add(words(errors, "error"));
		words.add(words(warnings, "warning"));
		if (notes > 0) {
			words.add(words(notes, "note"));
		}
		if (accepted > 0) {
			words.add("%d accepted".formatted(accepted));
		}
		return String.join(", ", words);
	}

	private static String words(int count, String word) {
		return switch (count) {
			case 0 -> "no %ss".formatted(word);
			case 1 -> "1 %s".formatted(word);
			default -> "%d %ss".formatted(count, word);
		};
	}
}
