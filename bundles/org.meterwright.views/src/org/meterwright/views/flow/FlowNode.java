// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.flow;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.Origin;

/**
 * Something that happens or is done.
 *
 * @param key      stable name, with its kind before it
 * @param kind     what it is
 * @param label    what it is called
 * @param detail   what stands behind the name: code, time, text; may be empty
 * @param place    where the text says it
 * @param problems why the chain breaks here; empty: it does not
 */
public record FlowNode(String key, Kind kind, String label, String detail, Optional<Origin> place, List<String> problems) {

	/** What a node is. */
	public enum Kind {
		/** An event that firmware or the meter raises. */
		EVENT("event"),
		/** A time at which something happens. */
		SCHEDULE("schedule"),
		/** A threshold that is passed. */
		CONDITION("condition"),
		/** A profile that records something. */
		LOG("log"),
		/** A script, a method that is called, an attribute that is set. */
		SCRIPT("script"),
		/** A push set-up. */
		PUSH("push"),
		/** An Alert. */
		ALERT("Alert"),
		/** Who gets it. */
		DESTINATION("destination");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		/** Returns it for people. */
		public String word() {
			return word;
		}
	}

	/** Copies the problems. */
	public FlowNode {
		problems = List.copyOf(problems);
	}

	/** Tells whether the chain breaks here. */
	public boolean isBroken() {
		return !problems.isEmpty();
	}
}
