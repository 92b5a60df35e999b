// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.Optional;

/** Says which meters are wanted, in which variants. */
@FunctionalInterface
public interface Wanted {
	/** All meters in all their variants. */
	Wanted ALL = (meter, variant) -> true;

	/** Tells whether a meter is wanted in a variant; none: the one that is named by no variant. */
	boolean test(String meter, Optional<String> variant);
}
