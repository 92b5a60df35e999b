// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.CosemObject;
import org.meterwright.rules.Rule;
import org.meterwright.rules.RuleCatalogue;

/** The checks of all areas, each bound to its rule. */
public final class RuleBook {
	private final RuleCatalogue catalogue;
	private final List<Bound<?>> bounds = new ArrayList<>();

	/** Opens an empty book whose rules are described by a catalogue. */
	public RuleBook(RuleCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** Binds a check of each element of a kind to a rule. */
	public <T extends EObject> RuleBook on(Class<T> kind, String rule, Check<? super T> check) {
		bounds.add(new Bound<T>(catalogue.get(rule), kind, OptionalInt.empty(), check));
		return this;
	}

	/** Binds a check of each object of an interface class, whatever its version, to a rule. */
	public RuleBook onClass(int classId, String rule, Check<CosemObject> check) {
		bounds.add(new Bound<CosemObject>(catalogue.get(rule), CosemObject.class, OptionalInt.of(classId), check));
		return this;
	}

	/** Returns the ids of the rules that have a check. */
	public Set<String> rules() {
		return bounds.stream().map(bound -> bound.rule().id()).collect(Collectors.toUnmodifiableSet());
	}

	List<Bound<?>> bounds() {
		return bounds;
	}

	/** A check with its rule; with a class id it is for objects of that interface class alone. */
	record Bound<T extends EObject>(Rule rule, Class<T> kind, OptionalInt classId, Check<? super T> check) {
		boolean isFor(EClass type) {
			return kind.isAssignableFrom(type.getInstanceClass());
		}

		/** Runs the check on an element of a kind that it {@link #isFor}: nobody asks again, millions of times, whether it is. */
		@SuppressWarnings("unchecked")
		void run(EObject element, Facts facts, Report report) {
			check.check((T) element, facts, report);
		}
	}
}
