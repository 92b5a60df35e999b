// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;

/**
 * A thing with a name: an object, an association, an event and so on; a family has one for each member.
 *
 * @param kind        what it is
 * @param device      logical device; empty for things of the whole meter
 * @param name        name of the family
 * @param index       index entry of a family member
 * @param element     element of the COSEM model; the GroupDecl of a group
 * @param declaration the node that declares it
 */
public record Symbol(Kind kind, String device, String name, Optional<IndexEntry> index, EObject element, EObject declaration) {

	/** Returns the name with the index, as in {@code importRate[3]}. */
	public String fullName() {
		return index.map(entry -> "%s[%s]".formatted(name, entry.name())).orElse(name);
	}
}
