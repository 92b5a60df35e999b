// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.dsl.ide.outline.Outline;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Compares what is known of the text of a file after an edit with what a reading of the whole text gives. */
final class SameTrees {

	private SameTrees() {
	}

	/** Compares trees, the place of each node, documentation, outlines and syntax errors. */
	static void check(String edit, SyntaxFile expected, SyntaxFile actual) {
		assertTrue(EcoreUtil.equals(expected.root(), actual.root()), () -> "%s: tree of %s".formatted(edit, expected.name()));
		assertEquals(places(expected), places(actual), () -> "%s: places in %s%n%s".formatted(edit, expected.name(), expected.text()));
		assertEquals(expected.errors(), actual.errors(), () -> "%s: syntax errors in %s%n%s".formatted(edit, expected.name(), expected.text()));
		assertEquals(Outline.of(expected.root()), Outline.of(actual.root()), () -> "%s: outline of %s".formatted(edit, expected.name()));
	}

	/** Where each node stands, where its name stands, and what is written above it. */
	private static List<Object> places(SyntaxFile file) {
		List<Object> all = new ArrayList<>();
		file.root().eAllContents().forEachRemaining(node -> {
			EStructuralFeature name = node.eClass().getEStructuralFeature("name");
			all.add(SyntaxFile.place(node, "node"));
			all.add(name == null ? "" : SyntaxFile.place(node, name, 0));
			all.add(SyntaxFile.documentation(node));
		});
		return all;
	}
}
