// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.List;

/**
 * What differs between two meters.
 *
 * @param left    what the former meter is called
 * @param right   what the new meter is called
 * @param scope   what was compared
 * @param changes the differences, worst first
 */
public record Comparison(String left, String right, Scope scope, List<Change> changes) {

	/** How much of two meters can be compared. */
	public enum Scope {
		/** Everything. */
		ALL,
		/** Object lists: which objects each association shows, with their versions and rights. One side was imported from them. */
		OBJECT_LISTS
	}

	/** Sorts the changes. */
	public Comparison {
		changes = changes.stream().sorted(Change.ORDER).toList();
	}

	/** Compares two meters. */
	public static Comparison of(Side left, Side right) {
		return new MeterComparer(left, right).compare();
	}

	/** Lists the changes of one impact. */
	public List<Change> changes(Impact impact) {
		return changes.stream().filter(change -> change.impact() == impact).toList();
	}

	/** Tells whether a change is as bad as an impact, or worse. */
	public boolean has(Impact impact) {
		return changes.stream().anyMatch(change -> change.impact().atLeast(impact));
	}
}
