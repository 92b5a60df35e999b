// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.Comparator;

/**
 * What changed: an object, an association, an Alert.
 *
 * @param sort        what it is
 * @param device      logical device; empty: it belongs to the whole meter
 * @param name        name in the text, of the right meter where both have it; may be empty
 * @param classId     class_id of an object or class, else 0
 * @param version     version of its class
 * @param what        the rest of what identifies it: class and logical name, client address, code
 * @param meaning     the logical name in words; empty: not known
 */
public record Subject(Sort sort, String device, String name, int classId, int version, String what, String meaning) {

	/** Sorts in the order of a report. */
	static final Comparator<Subject> ORDER = Comparator.comparing(Subject::sort).thenComparing(Subject::device).thenComparingInt(Subject::classId)
			.thenComparing(Subject::what, NaturalOrder.TEXT).thenComparing(Subject::name, NaturalOrder.TEXT);

	/** What kinds of things change. */
	public enum Sort {
		METER("meter"), DEVICE("logical device"), ASSOCIATION("association"), OBJECT("object"), EVENT("event"), ALERT("Alert"), PUSH("push"), REACTION("reaction"),
		CLASS("class"), ROLE("role"), PROPERTY("property"), BUDGET("memory"), ACCEPTANCE("acceptance"), COMPANION("companion");

		private final String word;

		Sort(String word) {
			this.word = word;
		}

		/** Returns it for people. */
		public String word() {
			return word;
		}
	}

	/** Makes a subject that is no object. */
	static Subject of(Sort sort, String device, String name, String what) {
		return new Subject(sort, device, name, 0, 0, what, "");
	}

	/** Returns what to call it. */
	public String label() {
		return sort == Sort.OBJECT && !name.isEmpty() ? name : "%s %s".formatted(sort.word(), name.isEmpty() ? what : name).strip();
	}

	@Override
	public String toString() {
		return name.isEmpty() || what.isEmpty() ? label() : "%s (%s)".formatted(label(), what);
	}
}
