// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.dsl.cosemDsl.ClassDecl;

/** Leads from an interface class of the model back to its declaration in the text. */
public final class ClassDeclarations extends AdapterImpl {
	private final ClassDecl declaration;
	private final Map<String, EObject> members = new HashMap<>();

	private ClassDeclarations(ClassDecl declaration) {
		this.declaration = declaration;
		declaration.getMembers().stream().filter(member -> member.getName() != null).forEach(member -> members.putIfAbsent(member.getName(), member));
	}

	static void attach(InterfaceClass type, ClassDecl declaration) {
		type.eAdapters().add(new ClassDeclarations(declaration));
	}

	/** Returns the declaration of a class. */
	public static Optional<ClassDecl> of(InterfaceClass type) {
		return find(type).map(each -> each.declaration);
	}

	/** Returns the declaration of an attribute or method. */
	public static Optional<EObject> member(InterfaceClass type, String name) {
		return find(type).map(each -> each.members.get(name));
	}

	private static Optional<ClassDeclarations> find(InterfaceClass type) {
		for (Adapter each : type.eAdapters()) {
			if (each instanceof ClassDeclarations declarations) {
				return Optional.of(declarations);
			}
		}
		return Optional.empty();
	}
}
