// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Finds where a word stands in texts, and what says it there; in remarks and between quotation marks it means nothing. */
final class Mentions {
	private final Collection<SyntaxFile> files;
	private final Map<String, List<EObject>> known = new HashMap<>();

	/** Looks into files that have their texts. */
	Mentions(Collection<SyntaxFile> files) {
		this.files = files;
	}

	/** Returns the nodes that say a word, in no particular order. */
	List<EObject> of(String word) {
		List<EObject> found = known.get(word);
		if (found == null) {
			found = find(word);
			known.put(word, found);
		}
		return found;
	}

	private List<EObject> find(String word) {
		List<EObject> found = new ArrayList<>();
		for (SyntaxFile file : files) {
			String text = file.text().orElse("");
			for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
				if (isWhole(text, at, at + word.length())) {
					said(file, at).ifPresent(found::add);
				}
			}
		}
		return found;
	}

	private static boolean isWhole(String text, int from, int to) {
		return (from == 0 || !Character.isJavaIdentifierPart(text.charAt(from - 1))) && (to == text.length() || !Character.isJavaIdentifierPart(text.charAt(to)));
	}

	private static Optional<EObject> said(SyntaxFile file, int offset) {
		return file.leaf(offset).filter(leaf -> !leaf.isHidden() && !leaf.getText().startsWith("\"")).map(NodeModelUtils::findActualSemanticObjectFor);
	}
}
