// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.obis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.meterwright.cosem.obis.Dictionary.Fit;
import org.meterwright.cosem.obis.Dictionary.Suggestion;
import org.meterwright.cosem.value.LogicalName;

/**
 * Finds the logical names that may have been meant: those that fit and differ in one value group. A digit too many, too few or changed
 * places comes before a neighbouring number, and that before any other.
 */
final class Neighbours {
	private static final int MOST = 8;

	private final Dictionary dictionary;

	private record Candidate(LogicalName name, int group, int cost) {
	}

	Neighbours(Dictionary dictionary) {
		this.dictionary = dictionary;
	}

	List<Suggestion> of(LogicalName name, int classId) {
		List<Candidate> found = new ArrayList<>();
		for (int group = 0; group < 6; group++) {
			for (int value = 0; value < GroupValues.SIZE; value++) {
				int now = Title.group(name, group);
				LogicalName other = with(name, group, value);
				if (value != now && dictionary.fits(classId, other) == Fit.FITS && dictionary.find(other).filter(entry -> entry.uncertain().isEmpty()).isPresent()) {
					found.add(new Candidate(other, group, cost(group, now, value)));
				}
			}
		}
		return found.stream().sorted(Comparator.comparingInt(Candidate::cost).thenComparing(Candidate::name)).limit(MOST)
				.map(each -> new Suggestion(each.name(), "ABCDEF".charAt(each.group()), dictionary.name(each.name()).orElse(""), each.cost())).toList();
	}

	/** How unlikely a slip is; media are hardly mistaken, and 0 and 255 are what most names have in B, E and F. */
	private static int cost(int group, int now, int meant) {
		String wrong = Integer.toString(now);
		String right = Integer.toString(meant);
		boolean usual = group == 5 && meant == 255 || (group == 4 || group == 1) && meant == 0;
		int digits = sameDigits(wrong, right) || wrong.contains(right) || right.contains(wrong) ? 20 : 60;
		return (usual ? 0 : digits + Math.min(30, Math.abs(now - meant))) + (group == 0 ? 15 : 0);
	}

	private static boolean sameDigits(String one, String other) {
		return one.length() == other.length() && one.chars().sorted().boxed().toList().equals(other.chars().sorted().boxed().toList());
	}

	private static LogicalName with(LogicalName name, int group, int value) {
		return new LogicalName(group == 0 ? value : name.a(), group == 1 ? value : name.b(), group == 2 ? value : name.c(),
				group == 3 ? value : name.d(), group == 4 ? value : name.e(), group == 5 ? value : name.f());
	}
}
