// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.meterwright.rules.check.RuleBook.Bound;

/** What several checks ask: the first works it out, while others wait. It knows which rules asked, and which other answers are made of it. */
final class Answer {
	/** Rules and answers. */
	private final Set<Object> askers = ConcurrentHashMap.newKeySet();
	private Object value;

	@SuppressWarnings("unchecked")
	synchronized <T> T get(Supplier<T> supplier) {
		if (value == null) {
			value = Reading.by(this, supplier);
		}
		return (T) value;
	}

	void askedBy(Object asker) {
		askers.add(asker);
	}

	Set<Object> askers() {
		return askers;
	}

	/** Forgets what was worked out. */
	synchronized void forget() {
		value = null;
	}

	/** Returns what was worked out; null: nothing yet. */
	synchronized Object value() {
		return value;
	}

	/** Tells whether a rule counts on what came before it, so that it cannot look at some elements again. */
	boolean isCountOf(Bound<?> bound) {
		return value instanceof AtomicInteger && askers.contains(bound);
	}
}
