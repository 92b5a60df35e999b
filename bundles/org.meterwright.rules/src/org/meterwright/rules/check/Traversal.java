// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.InterfaceClass;
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
	private long effort;

	/** Prepares the checks of a book whose rules are wanted. */
	public Traversal(RuleBook book, Predicate<Rule> wanted) {
		this.bounds = book.bounds().stream().filter(bound -> wanted.test(bound.rule())).toList();
	}

	/** Returns the findings on a meter, in no particular order. */
	public List<Finding> run(Meter meter) {
		Facts facts = new Facts(meter);
		Findings findings = new Findings();
		visit(meter, facts, findings);
		for (TreeIterator<EObject> all = meter.eAllContents(); all.hasNext();) {
			EObject element = all.next();
			visit(element, facts, findings);
			if (element instanceof InterfaceClass || element instanceof Companion) {
				all.prune();
			}
		}
		effort += facts.effort();
		return findings.list();
	}

	/** Returns how many checks were run and elements looked at: a measure that does not depend on the machine. */
	public long effort() {
		return effort;
	}

	private void visit(EObject element, Facts facts, Findings findings) {
		for (Bound<?> bound : byKind.computeIfAbsent(element.eClass(), kind -> boundsOf(element))) {
			effort++;
			bound.run(element, facts, findings);
		}
	}

	private List<Bound<?>> boundsOf(EObject element) {
		return bounds.stream().<Bound<?>>filter(bound -> bound.kind().isInstance(element)).toList();
	}
}
