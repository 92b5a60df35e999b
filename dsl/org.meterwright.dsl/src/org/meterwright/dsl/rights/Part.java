// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

/** What of an object a right is about. */
public sealed interface Part {
	/** All that a verb can apply to. */
	Part WHOLE = new Whole();

	/** The object with its attributes and methods. */
	record Whole() implements Part {
	}

	/** One attribute, by attribute_id. */
	record OfAttribute(int index) implements Part {
	}

	/** One method, by method_id. */
	record OfMethod(int index) implements Part {
	}
}
