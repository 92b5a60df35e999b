// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Optional;

import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.dsl.cosemDsl.ClassDecl;

/** Leads from an interface class of the model back to its declaration in the text. */
public final class ClassDeclarations extends AdapterImpl {
	private final ClassDecl declaration;

	private ClassDeclarations(ClassDecl declaration) {
		this.declaration = declaration;
	}

	static void attach(InterfaceClass type, ClassDecl declaration) {
		type.eAdapters().add(new ClassDeclarations(declaration));
	}

	/** Returns the declaration of a class. */
	public static Optional<ClassDecl> of(InterfaceClass type) {
		return type.eAdapters().stream().filter(ClassDeclarations.class::isInstance).map(each -> ((ClassDeclarations) each).declaration).findFirst();
	}

	/** Returns the declaration of an attribute or method. */
	public static Optional<EObject> member(InterfaceClass type, String name) {
		return of(type).flatMap(each -> each.getMembers().stream().filter(member -> name.equals(member.getName())).map(EObject.class::cast).findFirst());
	}
}
