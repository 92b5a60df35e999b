// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.Comparator;
import java.util.List;

/**
 * A way to mend a finding.
 *
 * @param label what it does, for a menu
 * @param file  file that it changes, named as in the finding
 * @param edits changes, which do not overlap, the last in the text first: they can be made in this order
 */
public record QuickFix(String label, String file, List<TextEdit> edits) {
	/** Brings the edits into their order. */
	public QuickFix {
		edits = edits.stream().sorted(Comparator.comparingInt(TextEdit::offset).reversed()).toList();
	}

	/** Makes the changes. */
	public String applyTo(String text) {
		StringBuilder changed = new StringBuilder(text);
		edits.forEach(edit -> changed.replace(edit.offset(), edit.offset() + edit.length(), edit.text()));
		return changed.toString();
	}
}
