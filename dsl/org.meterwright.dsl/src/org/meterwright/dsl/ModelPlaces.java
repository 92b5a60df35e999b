// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.meterwright.cosem.Action;
import org.meterwright.cosem.CosemPackage;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.Origin;

/** What of a model comes from which file: found by one walk, and kept, because places move within their file. */
final class ModelPlaces {
	private final Map<EClass, List<EReference>> inside = new HashMap<>();
	/** The lists of places themselves, in which those that move are set. */
	private final Map<String, List<List<Origin>>> byFile = new HashMap<>();

	private ModelPlaces() {
	}

	/** Finds the places in a model. */
	ModelPlaces(Meter model) {
		collect(model);
	}

	/** Returns the lists in which places of a file stand. */
	List<List<Origin>> of(String file) {
		return byFile.getOrDefault(file, List.of());
	}

	/** Takes in an element that came to the model. */
	void add(EObject element) {
		collect(element);
	}

	/** Forgets elements that the model no longer has. */
	void forget(Collection<? extends EObject> gone) {
		Set<List<Origin>> lists = Collections.newSetFromMap(new IdentityHashMap<>());
		Set<String> files = new HashSet<>();
		ModelPlaces own = new ModelPlaces();
		gone.forEach(own::collect);
		own.byFile.forEach((file, known) -> {
			files.add(file);
			lists.addAll(known);
		});
		files.forEach(file -> byFile.getOrDefault(file, new ArrayList<>()).removeIf(lists::contains));
	}

	private void collect(EObject element) {
		switch (element) {
			case Element it when it.eIsSet(CosemPackage.Literals.ELEMENT__ORIGINS) -> add(it.getOrigins());
			case Action it when it.eIsSet(CosemPackage.Literals.ACTION__ORIGINS) -> add(it.getOrigins());
			default -> {
				// has no place of its own
			}
		}
		for (EReference reference : inside.computeIfAbsent(element.eClass(), ModelPlaces::inside)) {
			if (element.eIsSet(reference)) {
				if (element.eGet(reference) instanceof List<?> parts) {
					parts.forEach(part -> collect((EObject) part));
				} else {
					collect((EObject) element.eGet(reference));
				}
			}
		}
	}

	private void add(List<Origin> origins) {
		for (Origin origin : origins) {
			List<List<Origin>> known = byFile.computeIfAbsent(origin.file(), file -> new ArrayList<>());
			if (known.isEmpty() || known.getLast() != origins) {
				known.add(origins);
			}
		}
	}

	/** Returns the containments below which something has a place. */
	private static List<EReference> inside(EClass kind) {
		return kind.getEAllContainments().stream().filter(each -> hasPlaces(each.getEReferenceType(), new HashSet<>())).toList();
	}

	private static boolean hasPlaces(EClass declared, Set<EClass> seen) {
		return declared.getEPackage().getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast).filter(declared::isSuperTypeOf)
				.anyMatch(kind -> seen.add(kind) && (CosemPackage.Literals.ELEMENT.isSuperTypeOf(kind) || CosemPackage.Literals.ACTION.isSuperTypeOf(kind)
						|| kind.getEAllContainments().stream().anyMatch(each -> hasPlaces(each.getEReferenceType(), seen))));
	}
}
