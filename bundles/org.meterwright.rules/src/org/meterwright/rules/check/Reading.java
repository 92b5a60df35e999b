// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.function.Supplier;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.check.RuleBook.Bound;

/** Who reads at this moment on a thread, while a model is watched. Where nobody does, such as in a view, nothing is noted. */
public final class Reading {
	/** Reads for the sake of the model itself. */
	static final Object MAKER = "maker";
	private static final ThreadLocal<Reading> CURRENT = new ThreadLocal<>();
	/** Whether any model of this program is watched: a command line that checks once has nobody to tell. */
	private static volatile boolean watching;

	private final Object asker;
	private final Bound<?> bound;
	private EObject element;
	private Facts facts;
	private Object reader;
	private Answer asked;

	private Reading(Object asker, Bound<?> bound, Object reader) {
		this.asker = asker;
		this.bound = bound;
		this.reader = reader;
	}

	/** Begins to note who reads, in all models that are made from now on. */
	public static void watch() {
		watching = true;
	}

	/** Lets a rule read. */
	static Reading by(Bound<?> bound) {
		return new Reading(bound, bound, null);
	}

	/** Lets an answer be worked out. */
	static <T> T by(Answer answer, Supplier<T> supplier) {
		Reading before = watching ? CURRENT.get() : null;
		return before == null ? supplier.get() : new Reading(answer, null, answer).during(supplier);
	}

	/** Lets a part of a model be made from what other parts say. */
	public static void making(Runnable work) {
		new Reading(MAKER, null, MAKER).during(() -> {
			work.run();
			return MAKER;
		});
	}

	/** Runs the rule on an element. */
	void check(EObject each, Facts facts, Report report) {
		element = each;
		this.facts = facts;
		reader = null;
		bound.run(each, facts, report);
	}

	<T> T during(Supplier<T> work) {
		Reading before = CURRENT.get();
		CURRENT.set(this);
		try {
			return work.get();
		} finally {
			CURRENT.set(before);
		}
	}

	/** Returns who reads an attribute on this thread; null: nobody who has to be told of a change. */
	static Object readerOf(WatchedAttribute attribute) {
		Reading current = watching ? CURRENT.get() : null;
		boolean others = current != null && (current.element == null || current.element != attribute && current.element != attribute.eContainer());
		return others ? current.reader() : null;
	}

	/** Returns who reads what belongs to no single element on this thread; null: nobody who has to be told of a change. */
	static Object anyReader() {
		Reading current = watching ? CURRENT.get() : null;
		return current == null || current.bound != null && current.element == null ? null : current.reader();
	}

	/** Returns who asks on this thread for a logical name; null: nobody, or the check of the object that has it, which is made again in any case. */
	static Object askerFor(LogicalName name) {
		Object reader = anyReader();
		if (reader == null) {
			return null;
		}
		EObject element = CURRENT.get().element;
		EObject own = element instanceof Attribute attribute ? attribute.eContainer() : element;
		return own instanceof CosemObject object && name.equals(object.getLogicalName()) ? null : reader;
	}

	static void note(Answer answer) {
		Reading current = watching ? CURRENT.get() : null;
		if (current != null && current.asked != answer) {
			current.asked = answer;
			answer.askedBy(current.asker);
		}
	}

	private Object reader() {
		if (reader == null) {
			reader = facts.reader(new Run(bound, element));
		}
		return reader;
	}
}
