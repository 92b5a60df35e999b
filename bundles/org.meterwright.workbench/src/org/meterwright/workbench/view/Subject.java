// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.view;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.workbench.text.language.ProjectLanguage;

/**
 * What a view shows.
 *
 * @param language    the meters of the project
 * @param compilation what came of its texts
 * @param meter       the meter, in one variant
 */
public record Subject(ProjectLanguage language, Compilation compilation, CompiledMeter meter) {

	/** Returns the meter's name, with that of its variant. */
	public String label() {
		return label(meter);
	}

	/** Returns a meter's name, with that of its variant. */
	static String label(CompiledMeter meter) {
		return meter.variant().map(variant -> "%s-%s".formatted(meter.name(), variant)).orElse(meter.name());
	}

	/** Tells whether no error forbids generating. */
	public boolean isSound() {
		return !compilation.isBlocked();
	}
}
