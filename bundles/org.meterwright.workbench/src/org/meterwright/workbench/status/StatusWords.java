// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.status;

import java.util.Locale;
import java.util.stream.Collectors;

import org.meterwright.workbench.text.language.FindingCounts;
import org.meterwright.workbench.text.language.MeterState;
import org.meterwright.workbench.text.language.MeterState.MemoryUse;
import org.meterwright.workbench.text.language.ProjectState;

/** The answer to: is it safe to generate, and does it fit? In words and by an icon. */
final class StatusWords {
	private static final int SHOWN = 2;

	private StatusWords() {
	}

	/** Returns the name of the icon. */
	static String icon(ProjectState state) {
		if (isUnread(state)) {
			return "checking";
		}
		if (!state.isSafe()) {
			return "unsafe";
		}
		return fits(state) ? "safe" : "attention";
	}

	private static boolean isUnread(ProjectState state) {
		return !state.current() && state.meters().isEmpty() && state.findings().isEmpty() && state.problem().isEmpty();
	}

	private static boolean fits(ProjectState state) {
		return state.meters().stream().allMatch(MeterState::fits);
	}

	/** Returns the answer in a few words. */
	static String verdict(ProjectState state) {
		FindingCounts counts = state.counts();
		if (isUnread(state)) {
			return "Checking...";
		}
		if (state.problem().isPresent()) {
			return "Cannot be read: %s".formatted(state.problem().get());
		}
		if (counts.errors() > 0) {
			return "Not safe to generate: %s".formatted(counts.errors() == 1 ? "1 error" : "%d errors".formatted(counts.errors()));
		}
		if (state.meters().isEmpty()) {
			return "No meter yet";
		}
		return fits(state) ? "Safe to generate" : "Safe to generate, but it does not fit";
	}

	/** Returns the answer for the status line, where the numbers stand beside it. */
	static String brief(ProjectState state) {
		String verdict = verdict(state);
		return state.counts().errors() > 0 ? "Not safe to generate" : verdict;
	}

	/** Returns a number with its word, such as {@code 2 errors}. */
	static String count(int number, String word) {
		return number == 1 ? "1 %s".formatted(word) : "%d %ss".formatted(number, word);
	}

	/** Returns the line for the status line. */
	static String line(ProjectState state) {
		FindingCounts counts = state.counts();
		String findings = counts.errors() == 0 && counts.warnings() > 0 ? " (%s)".formatted(counts.warnings() == 1 ? "1 warning" : "%d warnings".formatted(counts.warnings())) : "";
		String meters = state.meters().stream().limit(SHOWN).map(meter -> " \u2013 %s".formatted(meter(meter))).collect(Collectors.joining());
		return "%s%s%s".formatted(verdict(state), findings, meters);
	}

	private static String meter(MeterState meter) {
		String memory = meter.memory().stream().map(StatusWords::brief).collect(Collectors.joining());
		return "%s: %d objects%s".formatted(meter.label(), meter.objects(), memory);
	}

	private static String brief(MemoryUse use) {
		return use.limit().map(limit -> ", %s %s of %s KiB".formatted(use.name(), kibi(use.bytes()), kibi(limit))).orElseGet(() -> ", %s %s KiB".formatted(use.name(), kibi(use.bytes())));
	}

	/** Returns a number of KiB that is read at a glance. */
	static String kibi(long bytes) {
		return String.format(Locale.ROOT, "%.1f", bytes / 1024.0).replace(".0", "");
	}

	/** Returns the sentence beside a bar. */
	static String use(MemoryUse use) {
		return use.limit().map(limit -> String.format(Locale.ROOT, "%,d of %,d bytes (%.1f %%)", use.bytes(), limit, 100.0 * use.bytes() / Math.max(1, limit)))
				.orElseGet(() -> String.format(Locale.ROOT, "%,d bytes, no limit set", use.bytes()));
	}
}
