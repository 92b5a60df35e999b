// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.meterwright.exchange.compare.Change;
import org.meterwright.exchange.compare.Comparison;
import org.meterwright.exchange.compare.Impact;
import org.meterwright.exchange.compare.Subject;

/**
 * A line of the tree of differences: what they mean for a head-end, below that what changed, below that how.
 *
 * @param label    what it is
 * @param before   how it was; empty: it was not there, or there is more below
 * @param after    how it is
 * @param impact   what it means
 * @param change   the change, of a line that has nothing below
 * @param children lines below
 */
public record ChangeNode(String label, String before, String after, Impact impact, Optional<Change> change, List<ChangeNode> children) {
	/** Copies the children. */
	public ChangeNode {
		children = List.copyOf(children);
	}

	/** Makes the tree of a comparison, worst first. */
	public static List<ChangeNode> of(Comparison comparison) {
		List<ChangeNode> roots = new ArrayList<>();
		for (Impact impact : Impact.values()) {
			List<Change> changes = comparison.changes(impact);
			if (!changes.isEmpty()) {
				String sentence = impact.sentence().substring(0, 1).toUpperCase(Locale.ROOT) + impact.sentence().substring(1);
				roots.add(new ChangeNode("%s (%d)".formatted(sentence, changes.size()), "", "", impact, Optional.empty(), subjects(changes, impact)));
			}
		}
		return roots;
	}

	private static List<ChangeNode> subjects(List<Change> changes, Impact impact) {
		Map<Subject, List<Change>> bySubject = new LinkedHashMap<>();
		changes.forEach(change -> bySubject.computeIfAbsent(change.subject(), key -> new ArrayList<>()).add(change));
		return bySubject.entrySet().stream().map(entry -> new ChangeNode(entry.getKey().toString(), "", "", impact, Optional.empty(),
				entry.getValue().stream().map(ChangeNode::leaf).toList())).toList();
	}

	private static ChangeNode leaf(Change change) {
		String member = change.member().isEmpty() ? "" : "%s: ".formatted(change.member());
		String where = change.association().isEmpty() ? "" : " in %s".formatted(change.association());
		return new ChangeNode("%s%s%s".formatted(member, change.kind().title(), where), change.before(), change.after(), change.impact(), Optional.of(change), List.of());
	}
}
