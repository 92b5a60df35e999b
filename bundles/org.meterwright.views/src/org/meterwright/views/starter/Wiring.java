// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

/** How a meter is wired to the network: which phases it measures. */
public enum Wiring {
	/** One phase and neutral. */
	SINGLE_PHASE("Single-phase", "One phase and neutral: a household", "{ L1 = 32 }"),
	/** Three phases without neutral, measured by two elements between the phases (Aron circuit): the middle one has none. */
	THREE_WIRE("Three-phase, three wires", "Two elements, no neutral: a medium-voltage customer behind transformers", "{ L12 = 32, L23 = 72 }"),
	/** Three phases and neutral. */
	FOUR_WIRE("Three-phase, four wires", "Three elements and neutral: a heat pump, a workshop", "{ L1 = 32, L2 = 52, L3 = 72 }");

	private final String label;
	private final String description;
	private final String index;

	Wiring(String label, String description, String index) {
		this.label = label;
		this.description = description;
		this.index = index;
	}

	/** Returns a few words for users. */
	public String label() {
		return label;
	}

	/** Returns what it is used for. */
	public String description() {
		return description;
	}

	/** Returns the elements by the C of their voltage's logical name (Blue Book part 1, electricity). */
	String index() {
		return index;
	}
}
