// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.Set;

/**
 * What somebody chose for a new meter that conforms to a companion.
 *
 * @param name         name of the meter, a name of the language
 * @param manufacturer three capital letters of the FLAG list
 * @param companion    the companion
 * @param wiring       its phases; where the companion knows meters of one phase and of three, this chooses between them
 * @param switches     what is chosen of the companion's switches
 * @param optional     names of objects and families that the companion allows, and that the meter has
 * @param parts        what it has of its own; what the companion does not leave open is left out
 * @param minutes      period of a load profile of its own, in minutes, 1 to 60
 */
public record CompanionPlan(String name, String manufacturer, Companion companion, Wiring wiring, Set<String> switches, Set<String> optional, Set<Part> parts, int minutes) {
	private static final int MOST_MINUTES = 60;

	/** Copies the sets. */
	public CompanionPlan {
		if (minutes < 1 || minutes > MOST_MINUTES) {
			throw new IllegalArgumentException("A load profile has a period of 1 to %d minutes, not %d.".formatted(MOST_MINUTES, minutes));
		}
		switches = Set.copyOf(switches);
		optional = Set.copyOf(optional);
		parts = Set.copyOf(parts);
	}

	/** Returns the same choices for a meter that has nothing but what its companion requires. */
	CompanionPlan bare() {
		return new CompanionPlan(name, manufacturer, companion, wiring, switches, Set.of(), Set.of(), minutes);
	}
}
