// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.List;

import org.eclipse.emf.ecore.EObject;

/** An edit of more than one attribute line, of which it is known what it replaced. */
public sealed interface StructureEdit permits ObjectEdit, BodyEdit {
	/** Returns the edition of the file before. */
	Object from();

	/** Returns the edition after. */
	Object to();

	/** Returns what is no longer part of a tree. */
	List<? extends EObject> before();
}
