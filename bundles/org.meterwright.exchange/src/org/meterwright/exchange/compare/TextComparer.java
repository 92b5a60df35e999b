// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.meterwright.cosem.Element;
import org.meterwright.cosem.value.Origin;

/** Finds what only the text says otherwise: names, remarks, files and places. */
final class TextComparer {
	private final Changes changes;
	private final List<Placed> placed = new ArrayList<>();

	/** An element whose places on both sides are in the same file. */
	private record Placed(Pair<? extends Element> pair, String file, Origin left, Origin right) {
	}

	TextComparer(Changes changes) {
		this.changes = changes;
	}

	/** Compares the name, documentation and file of something that has a place in the text. */
	void compare(Pair<? extends Element> pair) {
		changes.differ(ChangeKind.RENAMED, pair, "", Subjects.text(pair.left().getName()), Subjects.text(pair.right().getName()));
		changes.differ(ChangeKind.DOCUMENTATION, pair, "", Subjects.text(pair.left().getDocumentation()), Subjects.text(pair.right().getDocumentation()));
		Optional<Origin> left = pair.left().getOrigins().stream().findFirst();
		Optional<Origin> right = pair.right().getOrigins().stream().findFirst();
		if (left.isPresent() && right.isPresent()) {
			String before = changes.left().side().files().apply(left.get().file());
			String after = changes.right().side().files().apply(right.get().file());
			if (before.isEmpty() || after.isEmpty()) {
				return;
			}
			changes.differ(ChangeKind.OTHER_FILE, pair, "", before, after);
			if (before.equals(after)) {
				placed.add(new Placed(pair, before, left.get(), right.get()));
			}
		}
	}

	/** Tells which elements stand in another order: as few as explain it. Call it when everything has been compared. */
	void places() {
		List<Placed> before = placed.stream().sorted(Comparator.comparing(Placed::file).thenComparingInt(each -> each.left.offset())).toList();
		if (isAscending(before)) {
			return;
		}
		boolean[] stays = longestAscending(before);
		for (int i = 0; i < before.size(); i++) {
			Placed each = before.get(i);
			if (!stays[i]) {
				changes.on(ChangeKind.OTHER_PLACE, each.pair).values("line %d".formatted(each.left.line()), "line %d".formatted(each.right.line())).add();
			}
		}
	}

	private static boolean isAscending(List<Placed> items) {
		for (int i = 1; i < items.size(); i++) {
			if (items.get(i).file().equals(items.get(i - 1).file()) && items.get(i).right().offset() < items.get(i - 1).right().offset()) {
				return false;
			}
		}
		return true;
	}

	/** Marks a longest series whose new places ascend within each file; equal places, as those of a family, belong together. */
	private static boolean[] longestAscending(List<Placed> items) {
		Comparator<Integer> order = Comparator.comparing((Integer i) -> items.get(i).file()).thenComparingInt(i -> items.get(i).right().offset()).thenComparingInt(i -> i);
		TreeSet<Integer> ends = new TreeSet<>(order);
		int[] previous = new int[items.size()];
		for (int i = 0; i < items.size(); i++) {
			Integer lower = ends.lower(i);
			previous[i] = lower == null ? -1 : lower;
			Integer higher = ends.higher(i);
			if (higher != null) {
				ends.remove(higher);
			}
			ends.add(i);
		}
		boolean[] stays = new boolean[items.size()];
		for (int i = ends.isEmpty() ? -1 : ends.last(); i >= 0; i = previous[i]) {
			stays[i] = true;
		}
		return stays;
	}
}
