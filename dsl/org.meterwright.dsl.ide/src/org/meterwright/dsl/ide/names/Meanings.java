// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.cosemDsl.ValueExpr;

/** Says what parts of a tree mean: references, classes of objects, types that are expected. The tree need not be one of the table's files. */
public final class Meanings {
	private final NameTable table;
	private final Resolver resolver;

	/** Makes the service for what is declared. */
	public Meanings(NameTable table) {
		this.table = table;
		this.resolver = new Resolver(table);
	}

	/** Returns what is declared. */
	public NameTable table() {
		return table;
	}

	/** Returns the service that looks into types. */
	public TypeTree types() {
		return resolver.types();
	}

	/** Returns the declarations of the names of a reference from the left, as far as they mean something. */
	public List<EObject> parts(Ref ref) {
		return resolver.parts(ref).stream().map(Resolver.Part::node).toList();
	}

	/** Finds the class of an object, or of what becomes one. */
	public Optional<ClassDecl> classOf(EObject object) {
		return resolver.classOf(object);
	}

	/** Finds the type that a value should have. */
	public Optional<TypeExpr> expected(ValueExpr value) {
		return resolver.expected().of(value);
	}

	/** Finds the type of the attribute that a line gives a value. */
	public Optional<TypeExpr> ofLine(AttributeLine line) {
		return resolver.expected().ofLine(line);
	}

	/** Finds the class whose attribute a line gives a value. */
	public Optional<ClassDecl> classOfLine(AttributeLine line) {
		return resolver.expected().classOf(line);
	}
}
