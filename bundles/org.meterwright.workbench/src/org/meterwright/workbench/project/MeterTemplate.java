// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

/** What a new project begins with. */
public enum MeterTemplate {
	/** A small meter to start from. */
	SMALL("templates/small", "A small meter", "One file: energy, a load profile, monthly billing and two associations. It generates as it stands."),
	/** The example of a complete prepayment meter. */
	PREPAYMENT("examples/prepayment-esme", "Example: single-phase prepayment meter",
			"A complete meter in the manner of a GB ESME, in several files: prepayment, tariffs, logs, Alerts, billing, auxiliary control."),
	/** The example that shows each construct of the language. */
	THREE_PHASE("examples/three-phase", "Example: three-phase meter", "One file that uses each construct of the language once.");

	private final String folder;
	private final String label;
	private final String description;

	MeterTemplate(String folder, String label, String description) {
		this.folder = folder;
		this.label = label;
		this.description = description;
	}

	/** Returns the folder of this bundle that holds its files. */
	String folder() {
		return folder;
	}

	/** Returns the words for users. */
	public String label() {
		return label;
	}

	/** Returns one or two sentences for users. */
	public String description() {
		return description;
	}
}
