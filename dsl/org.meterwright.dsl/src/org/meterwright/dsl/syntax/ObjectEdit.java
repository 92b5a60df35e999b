// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;

/**
 * An edit that puts objects into a meter or device, takes them out or replaces them, and changes nothing else of what a file says.
 *
 * @param from   edition of the file before
 * @param to     edition after
 * @param before objects that are no longer part of a tree
 * @param now    those in their place
 * @param documented an object that stays, of which something else is documented now
 * @param owner  the declaration that they stand in
 */
public record ObjectEdit(Object from, Object to, List<ObjectDecl> before, List<ObjectDecl> now, Optional<ObjectDecl> documented, EObject owner) implements StructureEdit {

	/** Tells of an edit that replaced members of a declaration, if it is such a one. */
	static Optional<ObjectEdit> of(EObject owner, List<EObject> before, List<EObject> now, Optional<ObjectDecl> documented, Object edition) {
		boolean objects = before.stream().allMatch(ObjectDecl.class::isInstance) && now.stream().allMatch(ObjectDecl.class::isInstance);
		boolean some = !before.isEmpty() || !now.isEmpty() || documented.isPresent();
		return isPlace(owner) && objects && some ? Optional.of(new ObjectEdit(edition, new Object(), before.stream().map(ObjectDecl.class::cast).toList(),
				now.stream().map(ObjectDecl.class::cast).toList(), documented, owner)) : Optional.empty();
	}

	/** Tells whether objects of a meter stand in a declaration, under no condition. */
	static boolean isPlace(EObject owner) {
		return owner instanceof MeterDecl || owner instanceof LayerDecl layer && !layer.isCompanion()
				|| owner instanceof DeviceDecl && (owner.eContainer() instanceof MeterDecl || owner.eContainer() instanceof LayerDecl layer && !layer.isCompanion());
	}
}
