// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.Optional;

import org.meterwright.cosem.Meter;

/** Says which meters are wanted, in which variants. */
@FunctionalInterface
public interface Wanted {
	/** All meters in all their variants. */
	Wanted ALL = (meter, variant) -> true;

	/** Tells whether a meter is wanted in a variant; none: the one that is named by no variant. */
	boolean test(String meter, Optional<String> variant);

	/** Is told of the model of a wanted meter that elaborating found no error in, before its rules run. Does nothing. */
	default void elaborated(Meter model) {
		// only who has use for a model this early does something
	}
}
