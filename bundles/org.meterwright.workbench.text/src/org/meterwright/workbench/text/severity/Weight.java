// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.severity;

import java.util.Locale;
import java.util.Optional;

import org.meterwright.rules.Severity;

/** How much the findings of a rule count. */
public enum Weight {
	/** As the catalogue says. */
	USUAL(null),
	/** Nothing is generated. */
	ERROR(Severity.ERROR),
	/** A real meter would misbehave. */
	WARNING(Severity.WARNING),
	/** Worth knowing. */
	INFO(Severity.INFO),
	/** Not shown. */
	OFF(null);

	private final Severity severity;

	Weight(Severity severity) {
		this.severity = severity;
	}

	/** Returns the severity, where this is one. */
	Optional<Severity> severity() {
		return Optional.ofNullable(severity);
	}

	/** Returns the word for users. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}
}
