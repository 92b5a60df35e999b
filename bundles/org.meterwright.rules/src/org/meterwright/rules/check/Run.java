// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.rules.check.RuleBook.Bound;

/** The check of one element by one rule. */
record Run(Bound<?> bound, EObject element) {
	@Override
	public boolean equals(Object other) {
		return other instanceof Run run && run.bound == bound && run.element == element;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(bound) * 31 + System.identityHashCode(element);
	}
}
