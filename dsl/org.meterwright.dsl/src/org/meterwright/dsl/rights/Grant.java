// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.List;
import java.util.Set;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.access.AccessModes;

/**
 * A line of rights with its targets resolved. Lines apply one after the other in order of text.
 *
 * @param deny       access is taken away, not given
 * @param verbs      services
 * @param reaches    what is named
 * @param excepted   what is left out of it
 * @param selectors  selective access
 * @param protection protection of what is granted
 */
public record Grant(boolean deny, Set<Verb> verbs, List<Reach> reaches, List<Reach> excepted, SelectorChoice selectors,
		Protection protection) {
	/** Copies the collections. */
	public Grant {
		verbs = Set.copyOf(verbs);
		reaches = List.copyOf(reaches);
		excepted = List.copyOf(excepted);
	}

	/** Returns the same line about a whole object. */
	Grant on(CosemObject object) {
		return new Grant(deny, verbs, List.of(Reach.whole(object)), excepted, selectors, protection);
	}

	/** Returns the access bits of an attribute that the verbs are about. */
	int attributeBits() {
		return (verbs.contains(Verb.READ) ? AccessModes.READ : 0) | (verbs.contains(Verb.WRITE) ? AccessModes.WRITE : 0);
	}

	/** Returns the access bits of a method that the verbs are about. */
	int methodBits() {
		return verbs.contains(Verb.CALL) ? AccessModes.ACCESS : 0;
	}
}
