// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.CosemPackage;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;
import org.meterwright.rules.check.RuleBook.Bound;

/**
 * Walks once over a meter, then runs each check on the elements of its kind, in order. Checks run side by side: none knows of another.
 * What interface classes and companions contain is not walked: it is the library's, and rules reach it from the class and the companion.
 */
public final class Traversal {
	/** Elements that a processor checks before it looks for other work. */
	private static final int PART = 1000;

	private final List<Bound<?>> bounds;
	private final Map<EClass, List<EReference>> inside = new HashMap<>();
	private final Map<EClass, List<EObject>> byKind = new LinkedHashMap<>();
	private final Map<Integer, List<EObject>> byClassId = new HashMap<>();
	private Facts facts;
	private long effort;

	/** What a check found, and on how many elements it ran. */
	private record Checked(Findings findings, long elements) {
	}

	/** Checks of some elements of their kind: a piece of work for one processor. */
	record Part(List<Bound<?>> bounds, List<EObject> elements) {
		Checked check(Facts facts) {
			Findings findings = new Findings();
			for (Bound<?> bound : bounds) {
				Report report = new Report(bound.rule(), findings);
				elements.forEach(element -> bound.run(element, facts, report));
			}
			return new Checked(findings, (long) bounds.size() * elements.size());
		}
	}

	/** Prepares the checks of a book whose rules are wanted. */
	public Traversal(RuleBook book, Predicate<Rule> wanted) {
		this.bounds = book.bounds().stream().filter(bound -> wanted.test(bound.rule())).toList();
	}

	/** Returns the findings on a meter, in no particular order. */
	public List<Finding> run(Meter meter) {
		begin(meter);
		List<Checked> checked = SideBySide.map(parts().toList(), part -> part.check(facts));
		effort += facts.effort() + checked.stream().mapToLong(Checked::elements).sum();
		return checked.stream().flatMap(each -> each.findings().list().stream()).toList();
	}

	/** Finds the elements of a meter. */
	void begin(Meter meter) {
		facts = new Facts(meter);
		collect(meter);
	}

	/** Takes in an element that came to the meter. Returns it with what it contains, as far as there are checks of that. */
	List<EObject> add(EObject element) {
		List<EObject> added = new ArrayList<>();
		Map<EClass, Integer> before = new HashMap<>();
		byKind.forEach((kind, elements) -> before.put(kind, elements.size()));
		collect(element);
		byKind.forEach((kind, elements) -> added.addAll(elements.subList(before.getOrDefault(kind, 0), elements.size())));
		return added;
	}

	/** Forgets elements that the meter no longer has. */
	void forget(Set<EObject> gone) {
		Set<EClass> kinds = new HashSet<>();
		gone.forEach(element -> kinds.add(element.eClass()));
		kinds.forEach(kind -> byKind.getOrDefault(kind, new ArrayList<>()).removeIf(gone::contains));
		gone.stream().filter(CosemObject.class::isInstance).map(CosemObject.class::cast).map(Facts::classId).distinct()
				.forEach(id -> byClassId.getOrDefault(id, new ArrayList<>()).removeIf(gone::contains));
	}

	/** Returns what checks know of the meter. */
	Facts facts() {
		return facts;
	}

	/** Returns the checks. */
	List<Bound<?>> bounds() {
		return bounds;
	}

	/** Returns how many checks were run and elements looked at: a measure that does not depend on the machine. */
	public long effort() {
		return effort;
	}

	/** Returns all work, in pieces. */
	Stream<Part> parts() {
		Stream<Part> ofKinds = byKind.entrySet().stream().flatMap(kind -> parts(bound -> bound.classId().isEmpty() && bound.isFor(kind.getKey()), kind.getValue()));
		Stream<Part> ofClasses = byClassId.entrySet().stream().flatMap(each -> parts(bound -> bound.classId().equals(OptionalInt.of(each.getKey())), each.getValue()));
		return Stream.concat(ofKinds, ofClasses);
	}

	/** Some of many elements are given to one check after the other while they are at hand; with few elements each check is a piece by itself. */
	private Stream<Part> parts(Predicate<Bound<?>> own, List<EObject> elements) {
		List<Bound<?>> checks = bounds.stream().filter(own).toList();
		return elements.size() <= PART ? checks.stream().map(check -> new Part(List.of(check), elements)) : pieces(elements).map(piece -> new Part(checks, piece));
	}

	/** Cuts elements into as many as a processor checks before it looks for other work. */
	static Stream<List<EObject>> pieces(List<EObject> elements) {
		return IntStream.iterate(0, from -> from < elements.size(), from -> from + PART).mapToObj(from -> elements.subList(from, Math.min(elements.size(), from + PART)));
	}

	/** Returns the elements that a check is for. */
	List<List<EObject>> elements(Bound<?> bound) {
		if (bound.classId().isPresent()) {
			return List.of(byClassId.getOrDefault(bound.classId().getAsInt(), List.of()));
		}
		return byKind.entrySet().stream().filter(kind -> bound.isFor(kind.getKey())).map(Map.Entry::getValue).toList();
	}

	private void collect(EObject element) {
		EClass kind = element.eClass();
		byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(element);
		if (element instanceof CosemObject object) {
			byClassId.computeIfAbsent(Facts.classId(object), key -> new ArrayList<>()).add(object);
		}
		for (EReference reference : inside.computeIfAbsent(kind, this::inside)) {
			if (!element.eIsSet(reference)) {
				continue;
			}
			if (element.eGet(reference) instanceof List<?> parts) {
				parts.forEach(part -> collect((EObject) part));
			} else {
				collect((EObject) element.eGet(reference));
			}
		}
	}

	/** Returns the containments below which some check has something to look at. */
	private List<EReference> inside(EClass kind) {
		boolean closed = CosemPackage.Literals.INTERFACE_CLASS.isSuperTypeOf(kind) || CosemPackage.Literals.COMPANION.isSuperTypeOf(kind);
		return closed ? List.of() : kind.getEAllContainments().stream().filter(reference -> isChecked(reference.getEReferenceType(), new HashSet<>())).toList();
	}

	/** Tells whether elements of a kind, or what they contain, may have checks. */
	private boolean isChecked(EClass declared, Set<EClass> seen) {
		return kinds(declared).anyMatch(kind -> seen.add(kind) && (bounds.stream().anyMatch(bound -> bound.isFor(kind))
				|| kind.getEAllContainments().stream().anyMatch(reference -> isChecked(reference.getEReferenceType(), seen))));
	}

	private static Stream<EClass> kinds(EClass declared) {
		return declared.getEPackage().getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast)
				.filter(kind -> !kind.isAbstract() && declared.isSuperTypeOf(kind));
	}
}
