// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.IdentityHashMap;
import java.util.Map;

import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.cosemDsl.ClassDecl;

/** The interface classes of one model: each is made when first used. */
public final class Classes {
	private final Meter model;
	private final ClassElaborator elaborator;
	private final Map<ClassDecl, InterfaceClass> made = new IdentityHashMap<>();

	Classes(Meter model, ClassElaborator elaborator) {
		this.model = model;
		this.elaborator = elaborator;
	}

	/** Returns the class of a declaration. */
	public InterfaceClass of(ClassDecl declaration) {
		InterfaceClass before = made.get(declaration);
		if (before != null) {
			return before;
		}
		InterfaceClass type = elaborator.elaborate(declaration);
		made.put(declaration, type);
		model.getClasses().add(type);
		return type;
	}
}
