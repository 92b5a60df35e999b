// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.List;
import java.util.Set;

/**
 * What may be chosen for a meter beside what its companion requires.
 *
 * @param required how many objects the companion requires
 * @param clients  the associations that come with the companion, in words
 * @param profiles the profiles and logs that the companion requires, by name
 * @param optional what the companion allows
 * @param parts    what it leaves open
 */
public record CompanionOffer(int required, List<String> clients, List<String> profiles, List<Choice> optional, Set<Part> parts) {
	/** Copies the lists. */
	public CompanionOffer {
		clients = List.copyOf(clients);
		profiles = List.copyOf(profiles);
		optional = List.copyOf(optional);
		parts = Set.copyOf(parts);
	}

	/**
	 * An object or a family that the companion allows.
	 *
	 * @param name        its name in the companion, of a family without index
	 * @param about       class and logical name, of a family those of the first member
	 * @param isProfile   whether it records something
	 */
	public record Choice(String name, String about, boolean isProfile) {
	}
}
