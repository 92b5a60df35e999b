// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

/** What a name in a meter may stand for. */
public enum Kind {
	/** COSEM object. */
	OBJECT("object"),
	/** Group of targets. */
	GROUP("group"),
	/** Application association. */
	ASSOCIATION("association"),
	/** Push set-up. */
	PUSH("push"),
	/** Event. */
	EVENT("event"),
	/** Alert. */
	ALERT("alert"),
	/** Reaction with a name. */
	REACTION("reaction"),
	/** Role. */
	ROLE("role");

	private final String word;

	Kind(String word) {
		this.word = word;
	}

	/** Returns the word for users. */
	public String word() {
		return word;
	}
}
