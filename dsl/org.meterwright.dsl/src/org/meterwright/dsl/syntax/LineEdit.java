// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;

/**
 * An edit that changes one attribute line of an object, and nothing else of what a file says: another value, most of the time.
 *
 * @param from   edition of the file before
 * @param to     edition after
 * @param before the line, which is no longer part of a tree
 * @param now    the line in its place, about the same attribute
 */
public record LineEdit(Object from, Object to, AttributeLine before, AttributeLine now) {

	/** Tells of an edit that replaced members of an object of a meter, if it is such a one. What companions say is more than values. */
	static Optional<LineEdit> of(List<EObject> before, List<EObject> now, Object edition) {
		if (before.size() != 1 || now.size() != 1 || !(before.getFirst() instanceof AttributeLine old) || !(now.getFirst() instanceof AttributeLine line)) {
			return Optional.empty();
		}
		boolean same = old.getName() != null && old.getName().equals(line.getName()) && old.eContainer() == null;
		return same && !isOfCompanion(line) ? Optional.of(new LineEdit(edition, new Object(), old, line)) : Optional.empty();
	}

	private static boolean isOfCompanion(EObject line) {
		for (EObject at = line; at != null; at = at.eContainer()) {
			if (at instanceof CompanionDecl || at instanceof LayerDecl layer && layer.isCompanion()) {
				return true;
			}
		}
		return false;
	}
}
