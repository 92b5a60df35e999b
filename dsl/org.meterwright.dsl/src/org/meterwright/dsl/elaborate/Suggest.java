// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a wrong name was meant to be. */
public final class Suggest {
	private Suggest() {
	}

	/** Finds the candidate nearest to a wrong name: qualified names count by their last part too. */
	public static Optional<String> nearest(String wrong, Collection<String> candidates) {
		int limit = Math.max(1, (wrong.length() + 1) / 3);
		String best = null;
		int least = limit + 1;
		for (String candidate : candidates) {
			String shorter = candidate.substring(candidate.lastIndexOf('.') + 1);
			int distance = Math.min(distance(wrong, candidate, least), distance(wrong, shorter, least));
			if (distance < least) {
				least = distance;
				best = wrong.indexOf('.') < 0 ? shorter : candidate;
			}
		}
		return Optional.ofNullable(best);
	}

	/** Finds the namespace in which exactly this name is declared. */
	public static Optional<String> namespaceOf(String name, Collection<String> qualified) {
		return qualified.stream().filter(each -> each.endsWith("." + name)).map(each -> each.substring(0, each.length() - name.length() - 1)).sorted().findFirst();
	}

	private static int distance(String one, String other, int limit) {
		String a = one.toLowerCase(Locale.ROOT);
		String b = other.toLowerCase(Locale.ROOT);
		if (Math.abs(a.length() - b.length()) >= limit) {
			return limit;
		}
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int above = row[j];
				int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
				row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
				diagonal = above;
			}
		}
		return row[b.length()];
	}
}
