// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What each name in the text means: the link table behind go to definition, find references and rename. A name is a node, such as the
 * segment of a reference, or the value of a feature of a node. Members of a family lead to the one declaration.
 */
public final class Links {

	/** A name in the text: the feature says which part of the node it is; a segment is named as a whole. */
	public record Name(EObject node, EStructuralFeature feature) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Name name && name.node == node && name.feature == feature;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(node) * 31 + System.identityHashCode(feature);
		}
	}

	private final Map<Name, EObject> targets = new HashMap<>();

	/** Records what a name means. */
	public void add(EObject node, EStructuralFeature feature, EObject declaration) {
		targets.putIfAbsent(new Name(node, feature), declaration);
	}

	/** Returns what a name means. */
	public Optional<EObject> target(EObject node, EStructuralFeature feature) {
		return Optional.ofNullable(targets.get(new Name(node, feature)));
	}

	/** Returns what any name of a node means. */
	public Set<EObject> targets(EObject node) {
		Set<EObject> found = new LinkedHashSet<>();
		targets.forEach((name, target) -> {
			if (name.node() == node) {
				found.add(target);
			}
		});
		return found;
	}

	/** Returns the names that mean a declaration. */
	public List<Name> references(EObject declaration) {
		List<Name> found = new ArrayList<>();
		targets.forEach((name, target) -> {
			if (target == declaration) {
				found.add(name);
			}
		});
		return found;
	}

	/** Returns all names with a meaning. */
	public Collection<Name> names() {
		return targets.keySet();
	}

	/** Takes over what another table says. */
	public void addAll(Links other) {
		other.targets.forEach(targets::putIfAbsent);
	}
}
