// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.CosemPackage;
import org.meterwright.cosem.Meter;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;
import org.meterwright.rules.check.RuleBook.Bound;

/**
 * Walks once over a meter and runs on each element the checks for its kind. What interface classes and companions contain is not
 * walked: it is the library's, and rules reach it from the class and the companion.
 */
public final class Traversal {
	private final List<Bound<?>> bounds;
	private final Map<EClass, List<Bound<?>>> byKind = new HashMap<>();
	private final Map<EClass, Map<Integer, List<Bound<?>>>> byClassId = new HashMap<>();
	private final Map<EClass, List<EReference>> inside = new HashMap<>();
	private long effort;

	/** Prepares the checks of a book whose rules are wanted. */
	public Traversal(RuleBook book, Predicate<Rule> wanted) {
		this.bounds = book.bounds().stream().filter(bound -> wanted.test(bound.rule())).toList();
	}

	/** Returns the findings on a meter, in no particular order. */
	public List<Finding> run(Meter meter) {
		Facts facts = new Facts(meter);
		Findings findings = new Findings();
		walk(meter, facts, findings);
		effort += facts.effort();
		return findings.list();
	}

	/** Returns how many checks were run and elements looked at: a measure that does not depend on the machine. */
	public long effort() {
		return effort;
	}

	private void walk(EObject element, Facts facts, Findings findings) {
		for (Bound<?> bound : boundsOf(element)) {
			effort++;
			bound.run(element, facts, findings);
		}
		for (EReference reference : inside.computeIfAbsent(element.eClass(), this::inside)) {
			if (!element.eIsSet(reference)) {
				continue;
			}
			if (element.eGet(reference) instanceof List<?> parts) {
				for (Object part : parts) {
					walk((EObject) part, facts, findings);
				}
			} else {
				walk((EObject) element.eGet(reference), facts, findings);
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
		return kinds(declared).anyMatch(kind -> seen.add(kind) && (!kindBounds(kind).isEmpty()
				|| kind.getEAllContainments().stream().anyMatch(reference -> isChecked(reference.getEReferenceType(), seen))));
	}

	private static Stream<EClass> kinds(EClass declared) {
		return declared.getEPackage().getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast)
				.filter(kind -> !kind.isAbstract() && declared.isSuperTypeOf(kind));
	}

	private List<Bound<?>> boundsOf(EObject element) {
		EClass kind = element.eClass();
		if (element instanceof CosemObject object) {
			int classId = Facts.classId(object);
			return byClassId.computeIfAbsent(kind, key -> new HashMap<>()).computeIfAbsent(classId,
					id -> kindBounds(kind).stream().<Bound<?>>filter(bound -> bound.isFor(id)).toList());
		}
		return byKind.computeIfAbsent(kind, this::kindBounds);
	}

	private List<Bound<?>> kindBounds(EClass kind) {
		return bounds.stream().<Bound<?>>filter(bound -> bound.kind().isAssignableFrom(kind.getInstanceClass())).toList();
	}
}
