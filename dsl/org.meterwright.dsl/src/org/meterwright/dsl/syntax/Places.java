// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.cosem.value.Origin;

/** Where the nodes of a syntax tree stand in its text. */
public interface Places {

	/** Returns the place of a node. */
	Origin place(String file, EObject node, String kind);

	/** Returns the place of a feature's value, or of the node where that is not known. */
	default Origin place(String file, EObject node, EStructuralFeature feature, int index) {
		return place(file, node, "written");
	}

	/** Returns the text of the documentation comment before a node. */
	Optional<String> documentation(EObject node);
}
