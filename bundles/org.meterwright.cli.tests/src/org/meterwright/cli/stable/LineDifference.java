// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.stable;

import java.util.List;

/**
 * How two texts differ, as a comparison of lines tells it.
 *
 * @param removed lines that are gone
 * @param added   lines that are new
 */
record LineDifference(int removed, int added) {
	private static final int MOST = 200;

	/** Compare with the fewest lines (the greedy algorithm of Myers); more than 200 count as 200. */
	static LineDifference of(List<String> before, List<String> after) {
		int edits = edits(before, after);
		int more = after.size() - before.size();
		return new LineDifference((edits - more) / 2, (edits + more) / 2);
	}

	private static int edits(List<String> before, List<String> after) {
		int[] furthest = new int[2 * MOST + 3];
		for (int edits = 0; edits <= MOST; edits++) {
			for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
				boolean down = diagonal == -edits || diagonal != edits && furthest[MOST + diagonal] < furthest[MOST + 2 + diagonal];
				int x = down ? furthest[MOST + 2 + diagonal] : furthest[MOST + diagonal] + 1;
				while (x < before.size() && x - diagonal < after.size() && before.get(x).equals(after.get(x - diagonal))) {
					x++;
				}
				furthest[MOST + 1 + diagonal] = x;
				if (x >= before.size() && x - diagonal >= after.size()) {
					return edits;
				}
			}
		}
		return 2 * MOST;
	}

	/** Return the lines that changed: those gone or those new, whichever are more. */
	int changed() {
		return Math.max(removed, added);
	}
}
