// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.Side;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Places;

/** The companion specifications that a meter conforms to, with their bases. */
final class Companions {
	private static final String GBCS = "gbcs";

	private final Set<Companion> all = new LinkedHashSet<>();

	private Companions(Facts facts) {
		facts.meter().getCompanions().forEach(this::add);
	}

	static Companions of(Facts facts) {
		return facts.once(Companions.class, () -> new Companions(facts));
	}

	private void add(Companion companion) {
		if (companion != null && all.add(companion)) {
			add(companion.getBase());
		}
	}

	Set<Companion> all() {
		return all;
	}

	/** Returns the GBCS companions of the library: what they declare is what GBCS mandates. */
	List<Companion> gbcs() {
		return all.stream().filter(Companions::isGbcs).toList();
	}

	static boolean isGbcs(Companion companion) {
		String name = companion.getName() == null ? "" : companion.getName();
		return (name.equals(GBCS) || name.startsWith(GBCS + ".")) && Places.isLibrary(companion);
	}

	boolean hasGbcs() {
		return !gbcs().isEmpty();
	}

	/** Tells whether an association faces the home area network of a GBCS meter. */
	boolean facesHan(Association association) {
		return hasGbcs() && association.getRole() != null && association.getRole().getSide() == Side.HAN;
	}
}
