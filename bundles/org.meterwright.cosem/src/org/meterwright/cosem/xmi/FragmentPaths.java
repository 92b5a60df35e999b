// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.xmi;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** The place of every element in a model, such as {@code /@devices.0/@objects.17}, worked out in one walk. */
final class FragmentPaths {
	private final Map<EObject, String> paths = new IdentityHashMap<>();

	FragmentPaths(EObject root) {
		walk(root, "/");
	}

	/** Returns the place of an element; an empty text: it is not in the model. */
	String of(EObject element) {
		return paths.getOrDefault(element, "");
	}

	private void walk(EObject element, String path) {
		paths.put(element, path);
		for (EReference reference : element.eClass().getEAllContainments()) {
			if (reference.isMany()) {
				List<?> children = (List<?>) element.eGet(reference);
				for (int i = 0; i < children.size(); i++) {
					walk((EObject) children.get(i), "%s/@%s.%d".formatted(path, reference.getName(), i));
				}
			} else if (element.eGet(reference) instanceof EObject child) {
				walk(child, "%s/@%s".formatted(path, reference.getName()));
			}
		}
	}
}
