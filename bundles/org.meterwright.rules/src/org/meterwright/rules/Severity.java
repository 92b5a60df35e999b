// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
	/** The standard or the firmware forbids it: nothing is generated. */
	ERROR,
	/** A real meter would misbehave. */
	WARNING,
	/** Worth knowing. */
	INFO;

	/** Returns the word for users: error, warning or info. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}
}
