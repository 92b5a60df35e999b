// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.rename;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import org.meterwright.dsl.ide.quickfix.TextEdit;

/**
 * What a rename comes to.
 *
 * @param edits   changes by file, each file's last in the text first, so that they can be made in this order
 * @param problem why it cannot be done; then there are no edits
 */
public record Renaming(SequencedMap<String, List<TextEdit>> edits, Optional<String> problem) {

	/** Makes one that cannot be done. */
	static Renaming refused(String problem) {
		return new Renaming(new java.util.LinkedHashMap<>(), Optional.of(problem));
	}

	/** Makes the changes of one file. */
	public static String apply(String text, List<TextEdit> edits) {
		StringBuilder changed = new StringBuilder(text);
		edits.forEach(edit -> changed.replace(edit.offset(), edit.offset() + edit.length(), edit.text()));
		return changed.toString();
	}

	/** Returns the changed texts of the files that change. */
	public Map<String, String> applied(java.util.function.Function<String, Optional<String>> texts) {
		Map<String, String> changed = new java.util.LinkedHashMap<>();
		edits.forEach((file, list) -> changed.put(file, apply(texts.apply(file).orElse(""), list)));
		return changed;
	}
}
