// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.ArrayTypeExpr;
import org.meterwright.dsl.cosemDsl.BitsTypeExpr;
import org.meterwright.dsl.cosemDsl.ChoiceTypeExpr;
import org.meterwright.dsl.cosemDsl.CompactTypeExpr;
import org.meterwright.dsl.cosemDsl.EnumTypeExpr;
import org.meterwright.dsl.cosemDsl.Field;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.NamedTypeExpr;
import org.meterwright.dsl.cosemDsl.StructTypeExpr;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.elaborate.Declarations.Sort;

/** Looks through named types at what they are made of. */
public final class TypeTree {
	private static final int DEEPEST = 16;
	private final NameTable names;

	/** Makes the service for a set of declarations. */
	public TypeTree(NameTable names) {
		this.names = names;
	}

	/** Follows names of types to what they stand for; a built-in type stays as it is. */
	public TypeExpr bare(TypeExpr type) {
		TypeExpr at = type;
		for (int i = 0; i < DEEPEST && at instanceof NamedTypeExpr named; i++) {
			Optional<TypeDecl> declared = names.find(Sort.TYPE, named, named.getName(), TypeDecl.class);
			if (declared.isEmpty() || declared.get().getType() == null) {
				return at;
			}
			at = declared.get().getType();
		}
		return at;
	}

	/** Returns a type and, where it is a choice, the types that it offers. */
	public List<TypeExpr> options(TypeExpr type) {
		List<TypeExpr> found = new ArrayList<>();
		options(type, found, 0);
		return found;
	}

	private void options(TypeExpr type, List<TypeExpr> found, int depth) {
		TypeExpr bare = bare(type);
		if (bare instanceof ChoiceTypeExpr choice && depth < DEEPEST) {
			choice.getOptions().forEach(option -> options(option, found, depth + 1));
		} else if (bare != null) {
			found.add(bare);
		}
	}

	/** Finds a field of a structure. */
	public Optional<Field> field(TypeExpr type, String name) {
		return fields(type).filter(field -> name.equals(field.getName())).findFirst();
	}

	/** Returns the fields of a structure. */
	public Stream<Field> fields(TypeExpr type) {
		return options(type).stream().filter(StructTypeExpr.class::isInstance).flatMap(structure -> ((StructTypeExpr) structure).getFields().stream());
	}

	/** Returns the type of an array's elements. */
	public Optional<TypeExpr> element(TypeExpr type) {
		for (TypeExpr each : options(type)) {
			if (each instanceof ArrayTypeExpr array && array.getElement() != null) {
				return Optional.of(array.getElement());
			}
			if (each instanceof CompactTypeExpr array && array.getElement() != null) {
				return Optional.of(array.getElement());
			}
		}
		return Optional.empty();
	}

	/** Returns the literals of an enumeration or the named bits of a bit string. */
	public Stream<Literal> literals(TypeExpr type) {
		return options(type).stream().flatMap(each -> switch (each) {
			case EnumTypeExpr enumeration -> enumeration.getLiterals().stream();
			case BitsTypeExpr bits -> bits.getLiterals().stream();
			default -> Stream.empty();
		});
	}

	/** Finds a named type of the library's own namespace. */
	public Optional<TypeExpr> named(EObject from, String name) {
		return names.find(Sort.TYPE, from, name, TypeDecl.class).map(TypeDecl::getType);
	}
}
