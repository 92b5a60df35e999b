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
		String given = wrong.toLowerCase(Locale.ROOT);
		int[] row = new int[given.length() + 1];
		String best = null;
		int least = Math.max(1, (wrong.length() + 1) / 3) + 1;
		for (String candidate : candidates) {
			int dot = candidate.lastIndexOf('.');
			String shorter = dot < 0 ? candidate : candidate.substring(dot + 1);
			int distance = distance(given, shorter, least, row);
			if (dot >= 0) {
				distance = Math.min(distance, distance(given, candidate, least, row));
			}
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

	/** Counts letters that are other ones, too many or too few, up to a limit; case does not count in the candidate. */
	private static int distance(String given, String candidate, int limit, int[] row) {
		if (Math.abs(given.length() - candidate.length()) >= limit) {
			return limit;
		}
		String other = candidate.toLowerCase(Locale.ROOT);
		for (int j = 0; j <= given.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= other.length(); i++) {
			if (next(row, given, other.charAt(i - 1), i) >= limit) {
				return limit;
			}
		}
		return row[given.length()];
	}

	/** Takes one more letter of a candidate into account. Returns the least that the distance can become. */
	private static int next(int[] row, String given, char letter, int count) {
		int diagonal = row[0];
		int least = count;
		row[0] = count;
		for (int j = 1; j <= given.length(); j++) {
			int above = row[j];
			int change = given.charAt(j - 1) == letter ? 0 : 1;
			row[j] = Math.min(Math.min(above + 1, row[j - 1] + 1), diagonal + change);
			least = Math.min(least, row[j]);
			diagonal = above;
		}
		return least;
	}
}
