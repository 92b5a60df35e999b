// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;

/** What a companion says of a use case or an Alert, in a line of the report. */
final class CompanionWords {
	private CompanionWords() {
	}

	/** Says code, title, criticality, when it takes effect, its protection, how many elements it carries in which order, and for whom it is. */
	static String of(UseCase useCase) {
		List<String> words = new ArrayList<>();
		words.add("%s%s".formatted(useCase.getMessage() < 0 ? "" : "0x%04X".formatted(useCase.getMessage()), useCase.getTitle() == null || useCase.getTitle().isEmpty() ? "" : " " + useCase.getTitle()));
		add(words, useCase.isCritical(), "Critical");
		add(words, useCase.isFutureDated(), "future-dated");
		add(words, useCase.isReplayProtected(), "protected against replay");
		add(words, useCase.getSteps().stream().anyMatch(CompanionWords::isSensitive), "sensitive");
		int elements = useCase.getSteps().stream().mapToInt(step -> step.getElements().size()).sum();
		add(words, elements > 1, "%d elements in order".formatted(elements));
		add(words, useCase.getProtocol() != null, "over %s".formatted(useCase.getProtocol()));
		add(words, !useCase.getRoles().isEmpty(), "for %s".formatted(useCase.getRoles().stream().map(Role::getName).collect(Collectors.joining(", "))));
		return String.join(", ", words);
	}

	/** Says code, text, criticality, whether it can be switched off and whether what it carries is sensitive. */
	static String of(Alert alert) {
		List<String> words = new ArrayList<>();
		words.add("0x%04X %s".formatted(alert.getCode(), Objects.requireNonNullElse(alert.getText(), "")));
		add(words, alert.isCritical(), "Critical");
		add(words, alert.isAlways(), "always on");
		add(words, alert.isSensitive(), "sensitive");
		return String.join(", ", words);
	}

	private static boolean isSensitive(UseCaseStep step) {
		return step.isSensitive() || step.getElements().stream().anyMatch(element -> element.isSensitive());
	}

	private static void add(List<String> words, boolean holds, String word) {
		if (holds) {
			words.add(word);
		}
	}
}
