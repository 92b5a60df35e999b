// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.ui.IPageLayout;
import org.meterwright.workbench.code.CodeView;
import org.meterwright.workbench.text.language.FindingCounts;
import org.meterwright.workbench.text.language.MeterState;
import org.meterwright.workbench.text.language.MeterState.Conforming;
import org.meterwright.workbench.text.language.MeterState.MemoryUse;
import org.meterwright.workbench.text.language.ProjectState;
import org.meterwright.workbench.text.severity.Weight;

/** What the status line says, part by part, and which view each part opens. */
final class StatusParts {
	/** The view of conformance. */
	static final String CONFORMANCE = "org.meterwright.workbench.conformance";

	/**
	 * A part of the status line.
	 *
	 * @param icon   its icon; may be empty
	 * @param words  a few words
	 * @param more   what the mouse finds
	 * @param view   id of the view that a click opens
	 * @param weight how bad it is: error, warning or as usual
	 */
	record Part(String icon, String words, String more, String view, Weight weight) {
	}

	private StatusParts() {
	}

	static List<Part> of(Optional<ProjectState> state) {
		if (state.isEmpty()) {
			return List.of(new Part("", "No meter project is open", "File > New > Meter Project makes one", MeterView.ID, Weight.USUAL));
		}
		List<Part> parts = new ArrayList<>(List.of(new Part(StatusWords.icon(state.get()), StatusWords.brief(state.get()), StatusWords.line(state.get()), MeterView.ID, Weight.USUAL)));
		findings(state.get().counts()).ifPresent(parts::add);
		fullest(state.get()).ifPresent(meter -> meter.memory().forEach(use -> parts.add(memory(meter, use))));
		conformance(state.get()).ifPresent(parts::add);
		return List.copyOf(parts);
	}

	private static Optional<Part> findings(FindingCounts counts) {
		if (counts.errors() + counts.warnings() == 0) {
			return Optional.empty();
		}
		String words = counts.errors() == 0 ? StatusWords.count(counts.warnings(), "warning")
				: counts.warnings() == 0 ? StatusWords.count(counts.errors(), "error") : "%s, %s".formatted(StatusWords.count(counts.errors(), "error"), StatusWords.count(counts.warnings(), "warning"));
		return Optional.of(new Part("", words, "Shows them: %s".formatted(counts.words()), IPageLayout.ID_PROBLEM_VIEW, counts.errors() > 0 ? Weight.ERROR : Weight.WARNING));
	}

	/** Returns the meter or variant that takes the largest part of what it may take. */
	private static Optional<MeterState> fullest(ProjectState state) {
		return state.meters().stream().max(Comparator.comparingDouble(StatusParts::fullness));
	}

	private static double fullness(MeterState meter) {
		return meter.memory().stream().mapToDouble(StatusParts::fullness).max().orElse(0);
	}

	private static double fullness(MemoryUse use) {
		return use.limit().map(limit -> (double) use.bytes() / Math.max(1, limit)).orElse(0.0);
	}

	private static Part memory(MeterState meter, MemoryUse use) {
		String words = use.limit().map(limit -> String.format(Locale.ROOT, "%s %.0f %%", use.name(), 100.0 * use.bytes() / Math.max(1, limit)))
				.orElseGet(() -> "%s %s KiB".formatted(use.name(), StatusWords.kibi(use.bytes())));
		return new Part("", words, "%s: %s. Shows what takes it".formatted(meter.label(), StatusWords.use(use)), CodeView.ID, use.fits() ? Weight.USUAL : Weight.ERROR);
	}

	private static Optional<Part> conformance(ProjectState state) {
		List<MeterState> judged = state.meters().stream().filter(meter -> meter.conformance().isPresent()).toList();
		Optional<MeterState> worst = judged.stream().max(Comparator.comparingInt(meter -> meter.conformance().orElseThrow().missing()));
		return worst.map(meter -> part(meter.conformance().orElseThrow(), judged));
	}

	private static Part part(Conforming worst, List<MeterState> judged) {
		String words = worst.missing() == 0 ? "Conforms" : "%d not met".formatted(worst.missing());
		String more = judged.stream().map(meter -> "%s: %d requirements met, %d missing or contradicted".formatted(meter.label(), meter.conformance().orElseThrow().met(),
				meter.conformance().orElseThrow().missing())).collect(Collectors.joining("\n"));
		return new Part("conforms", words, more, CONFORMANCE, worst.missing() == 0 ? Weight.USUAL : Weight.WARNING);
	}
}
