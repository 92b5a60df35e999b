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
import java.util.function.BiConsumer;

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
	private final List<Links> parts = new ArrayList<>();

	/** Records what a name means. */
	public void add(EObject node, EStructuralFeature feature, EObject declaration) {
		targets.putIfAbsent(new Name(node, feature), declaration);
	}

	/** Forgets the names in a part of the text. */
	void forget(EObject part) {
		for (EStructuralFeature feature : part.eClass().getEAllStructuralFeatures()) {
			targets.remove(new Name(part, feature));
		}
		targets.remove(new Name(part, null));
		part.eContents().forEach(this::forget);
	}

	/** Records what another table says of names that are not known here. */
	void join(Links other) {
		other.targets.forEach(targets::putIfAbsent);
	}

	/** Returns what a name means; of several tables the first that knows it decides. */
	public Optional<EObject> target(EObject node, EStructuralFeature feature) {
		return target(new Name(node, feature));
	}

	private Optional<EObject> target(Name name) {
		for (Links part : parts) {
			Optional<EObject> found = part.target(name);
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.ofNullable(targets.get(name));
	}

	/** Returns what any name of a node means. */
	public Set<EObject> targets(EObject node) {
		Set<EObject> found = new LinkedHashSet<>();
		forEach((name, target) -> {
			if (name.node() == node) {
				found.add(target(name).orElse(target));
			}
		});
		return found;
	}

	/** Returns the names that mean a declaration. */
	public List<Name> references(EObject declaration) {
		Set<Name> found = new LinkedHashSet<>();
		forEach((name, target) -> {
			if (target == declaration && target(name).orElse(target) == declaration) {
				found.add(name);
			}
		});
		return List.copyOf(found);
	}

	/** Returns all names with a meaning. */
	public Collection<Name> names() {
		Set<Name> all = new LinkedHashSet<>();
		forEach((name, target) -> all.add(name));
		return all;
	}

	private void forEach(BiConsumer<Name, EObject> visit) {
		parts.forEach(part -> part.forEach(visit));
		targets.forEach(visit);
	}

	/** Takes over what another table says, by looking into it. What is recorded here counts where no table taken over knows a name. */
	public void addAll(Links other) {
		parts.add(other);
	}
}
