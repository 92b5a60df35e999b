// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.meterwright.exchange.compare.Change;
import org.meterwright.exchange.compare.Comparison;
import org.meterwright.exchange.compare.Impact;

/** Writes comparisons as text: worst first, what happened alike to several in one line. */
public final class CompareText {
	private static final int LONGEST = 300;

	private CompareText() {
	}

	/** Returns the text of several comparisons. */
	public static String of(List<Comparison> comparisons) {
		return String.join("\n", comparisons.stream().map(CompareText::of).toList());
	}

	/** Returns the text of a comparison. */
	public static String of(Comparison comparison) {
		StringBuilder text = new StringBuilder("%s -> %s: %s\n".formatted(comparison.left(), comparison.right(), summary(comparison)));
		for (Impact impact : Impact.values()) {
			List<Change> changes = comparison.changes(impact);
			if (!changes.isEmpty()) {
				text.append("\n%s (%d)\n".formatted(capital(impact.sentence()), changes.size()));
				Row.blocks(changes).forEach(block -> block(block, text));
			}
		}
		return text.toString();
	}

	/** Counts the changes in words. */
	public static String summary(Comparison comparison) {
		List<String> parts = new ArrayList<>();
		for (Impact impact : Impact.values()) {
			int count = comparison.changes(impact).size();
			if (count > 0) {
				parts.add("%d %s".formatted(count, count == 1 ? impact.sentence() : plural(impact)));
			}
		}
		String scope = comparison.scope() == Comparison.Scope.OBJECT_LISTS ? " (object lists only)" : "";
		return parts.isEmpty() ? "nothing changed%s".formatted(scope) : "%s%s".formatted(String.join(", ", parts), scope);
	}

	private static String plural(Impact impact) {
		return impact == Impact.BREAKING ? "break a head-end" : impact.sentence();
	}

	static String capital(String text) {
		return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
	}

	private static void block(Row.Block block, StringBuilder text) {
		text.append("\n  %s [%s]\n    %s\n".formatted(capital(block.kind().title()), block.kind().id(), block.kind().why()));
		block.rows().forEach(row -> row(row, text));
	}

	private static void row(Row row, StringBuilder text) {
		String what = row.identities().isEmpty() ? "" : " (%s)".formatted(row.identities());
		String meaning = row.meaning().isEmpty() ? "" : " \"%s\"".formatted(row.meaning());
		String member = row.first().member().isEmpty() ? "" : " %s".formatted(row.first().member());
		String difference = shorten(row.first().difference());
		text.append("    - %s%s%s%s%s\n".formatted(row.names(), what, meaning, member, difference.isEmpty() ? "" : ": %s".formatted(difference)));
		List<String> notes = new ArrayList<>();
		if (!row.clients().isEmpty()) {
			notes.add("%s %s".formatted(row.first().association().isEmpty() ? "seen by" : "in", row.clients()));
		}
		row.place().filter(place -> !place.file().isEmpty()).ifPresent(place -> notes.add("%s:%d".formatted(place.file(), place.line())));
		if (!notes.isEmpty()) {
			text.append("        %s\n".formatted(String.join("; ", notes)));
		}
	}

	private static String shorten(String text) {
		String line = text.replace('\n', ' ');
		return line.length() <= LONGEST ? line : "%s...".formatted(line.substring(0, LONGEST));
	}
}
