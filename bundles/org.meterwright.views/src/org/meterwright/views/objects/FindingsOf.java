// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.rules.Finding;

/** Finds the findings on an object: those that name it or a part of it, and those that stand in its declaration. */
final class FindingsOf {
	private final Map<CosemObject, List<Finding>> bySubject = new IdentityHashMap<>();
	private final Map<String, NavigableMap<Integer, List<Finding>>> byPlace = new HashMap<>();

	FindingsOf(List<Finding> findings) {
		findings.stream().filter(finding -> finding.accepted().isEmpty()).forEach(this::add);
	}

	private void add(Finding finding) {
		Optional<CosemObject> subject = finding.subject().flatMap(FindingsOf::object);
		if (subject.isPresent()) {
			bySubject.computeIfAbsent(subject.get(), key -> new ArrayList<>(1)).add(finding);
		} else {
			byPlace.computeIfAbsent(finding.place().file(), key -> new TreeMap<>()).computeIfAbsent(finding.place().offset(), key -> new ArrayList<>(1)).add(finding);
		}
	}

	private static Optional<CosemObject> object(EObject part) {
		for (EObject at = part; at != null; at = at.eContainer()) {
			if (at instanceof CosemObject object) {
				return Optional.of(object);
			}
		}
		return Optional.empty();
	}

	List<Finding> of(CosemObject object) {
		List<Finding> found = new ArrayList<>(bySubject.getOrDefault(object, List.of()));
		for (Origin origin : object.getOrigins()) {
			NavigableMap<Integer, List<Finding>> here = byPlace.get(origin.file());
			if (here != null) {
				here.subMap(origin.offset(), true, origin.offset() + origin.length(), true).values().forEach(found::addAll);
			}
		}
		found.sort(Comparator.comparing(Finding::severity));
		return found;
	}
}
