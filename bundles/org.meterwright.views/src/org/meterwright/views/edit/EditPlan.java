// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.edit;

import java.util.List;
import java.util.Map;

import org.meterwright.dsl.ide.quickfix.TextEdit;

/**
 * What an edit of the model changes in the text.
 *
 * @param edits   changes of each file, in order of text and without overlaps
 * @param refused sentences that say what cannot be done, and why
 * @param also    objects that change too, because they are written in the same place
 */
public record EditPlan(Map<String, List<TextEdit>> edits, List<String> refused, List<String> also) {
	/** Copies the collections. */
	public EditPlan {
		edits = Map.copyOf(edits);
		refused = List.copyOf(refused);
		also = List.copyOf(also);
	}

	/** Makes a plan that does nothing but say why. */
	static EditPlan refusal(String sentence) {
		return new EditPlan(Map.of(), List.of(sentence), List.of());
	}

	/** Tells whether everything that was wanted can be done. */
	public boolean isPossible() {
		return refused.isEmpty();
	}
}
