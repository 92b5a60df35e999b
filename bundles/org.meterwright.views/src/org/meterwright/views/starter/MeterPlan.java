// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody chose for a new meter.
 *
 * @param name         name of the meter, a name of the language
 * @param manufacturer three capital letters of the FLAG list
 * @param wiring       its phases
 * @param rates        number of tariff rates, 1 to 8; 1: no tariff
 * @param parts        what it has; a part that needs another one that is not there is left out
 */
public record MeterPlan(String name, String manufacturer, Wiring wiring, int rates, Set<Part> parts) {
	/** Most tariff rates. */
	public static final int MOST_RATES = 8;
	private static final Pattern MANUFACTURER = Pattern.compile("[A-Z]{3}");

	/** Leaves out the parts whose needs are not met. */
	public MeterPlan {
		if (rates < 1 || rates > MOST_RATES) {
			throw new IllegalArgumentException("A meter has 1 to %d rates, not %d.".formatted(MOST_RATES, rates));
		}
		parts = sensible(parts);
	}

	private static Set<Part> sensible(Collection<Part> wanted) {
		return wanted.stream().filter(part -> part.needs().map(wanted::contains).orElse(true)).collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
	}

	/** Says what is wrong with a manufacturer's letters, in a sentence. */
	public static Optional<String> wrongManufacturer(String letters) {
		return MANUFACTURER.matcher(letters).matches() ? Optional.empty() : Optional.of("The manufacturer is three capital letters, as in the FLAG list, such as ACM.");
	}

	boolean has(Part part) {
		return parts.contains(part);
	}

	boolean hasTariff() {
		return rates > 1;
	}

	/** Returns the namespace: the name in small letters, below nothing else. */
	String namespace() {
		return "%s.meter".formatted(name.toLowerCase(Locale.ROOT));
	}
}
