// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.hint;

import java.util.List;

/**
 * What stands in the brackets around the cursor.
 *
 * @param label      all of it in one line; holds the label of each parameter
 * @param text       what it belongs to
 * @param parameters its parts
 * @param active     number of the part at the cursor, from 0
 */
public record ParameterHint(String label, String text, List<Parameter> parameters, int active) {

	/**
	 * A field, parameter or element.
	 *
	 * @param label name and type
	 * @param text  what more is known; may be empty
	 */
	public record Parameter(String label, String text) {
	}

	/** Copies the list. */
	public ParameterHint {
		parameters = List.copyOf(parameters);
	}
}
