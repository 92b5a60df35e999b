// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.Optional;
import java.util.function.UnaryOperator;

import org.meterwright.cosem.Meter;
import org.meterwright.exchange.compare.Comparison.Scope;

/**
 * A meter that can be compared.
 *
 * @param name    name of the meter
 * @param variant its variant; none: no switch is on
 * @param model   the model
 * @param scope   what is known of it
 * @param files   turns the file of a place into what every side calls it; an empty text: it cannot be compared
 */
record NamedMeter(String name, Optional<String> variant, Meter model, Scope scope, UnaryOperator<String> files) {

	/** Return the name with that of the variant. */
	String label() {
		return variant.map(it -> "%s-%s".formatted(name, it)).orElse(name);
	}

	/** Tell whether this is what a user calls by a name: the meter, or the meter in a variant. */
	boolean isCalled(String wanted) {
		return wanted.equals(name) || wanted.equals(label());
	}
}
