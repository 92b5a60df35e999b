// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.List;

/** What a grant says of access selectors. */
public sealed interface SelectorChoice {
	/** Nothing said: all selectors that the class declares, unless an earlier grant said otherwise. */
	SelectorChoice UNSAID = new Unsaid();
	/** No selective access: null-data. */
	SelectorChoice NONE = new Only(List.of());

	/** Nothing said. */
	record Unsaid() implements SelectorChoice {
	}

	/** These and no others. */
	record Only(List<Integer> selectors) implements SelectorChoice {
		/** Copies the selectors. */
		public Only {
			selectors = List.copyOf(selectors);
		}
	}
}
