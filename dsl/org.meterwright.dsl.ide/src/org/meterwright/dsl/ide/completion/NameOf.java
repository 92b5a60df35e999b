// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Reads the name of a declaration: the grammar calls that feature {@code name} everywhere. */
final class NameOf {

	private NameOf() {
	}

	static Optional<String> name(EObject node) {
		EStructuralFeature feature = node.eClass().getEStructuralFeature("name");
		return feature != null && !feature.isMany() && node.eGet(feature) instanceof String name ? Optional.of(name) : Optional.empty();
	}
}
