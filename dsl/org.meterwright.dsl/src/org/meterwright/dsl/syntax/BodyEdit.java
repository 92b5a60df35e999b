// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CaptureLine;
import org.meterwright.dsl.cosemDsl.ObjectDecl;

/**
 * An edit that puts lines on attributes or captures into an object, takes them out or replaces them, and changes nothing else of what a file says.
 *
 * @param from   edition of the file before
 * @param to     edition after
 * @param before lines that are no longer part of a tree
 * @param owner  the object that they stand in
 */
public record BodyEdit(Object from, Object to, List<BodyItem> before, ObjectDecl owner) implements StructureEdit {

	/** Tells of an edit that replaced members of a declaration, if it is such a one. */
	static Optional<BodyEdit> of(EObject owner, List<EObject> before, List<EObject> now, Object edition) {
		boolean lines = Stream.concat(before.stream(), now.stream()).allMatch(each -> each instanceof AttributeLine || each instanceof CaptureLine);
		return lines && owner instanceof ObjectDecl object && ObjectEdit.isPlace(object.eContainer())
				? Optional.of(new BodyEdit(edition, new Object(), before.stream().map(BodyItem.class::cast).toList(), object)) : Optional.empty();
	}
}
