// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.cosem.type.DataType;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Suggest;
import org.meterwright.dsl.syntax.SyntaxFile;

/** The literals of enumerations and bit fields of the library that lines of sugar are written with. */
final class LibraryLiterals {
	private final Elaboration elaboration;
	private final Map<String, List<DataType.Literal>> types = new HashMap<>();

	LibraryLiterals(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Returns the literals of a type of the library. */
	List<DataType.Literal> of(String type) {
		return types.computeIfAbsent(type, this::read);
	}

	private List<DataType.Literal> read(String type) {
		return elaboration.names().declarations().all(Declarations.Sort.TYPE).getOrDefault("%s.%s".formatted(Declarations.LIBRARY, type), List.of()).stream()
				.map(TypeDecl.class::cast).map(elaboration.types()::declared).findFirst().map(LibraryLiterals::literals).orElse(List.of());
	}

	static List<DataType.Literal> literals(DataType type) {
		return switch (type.bare()) {
			case DataType.Enumeration it -> it.literals();
			case DataType.BitField it -> it.literals();
			default -> List.of();
		};
	}

	/** Returns the code of a literal; reports one that the type has not. */
	Optional<Integer> code(String type, EObject node, EStructuralFeature feature, String name) {
		return code(of(type), type.replace('_', ' '), node, feature, name);
	}

	/** Returns the code of a literal among some; reports one that is not. */
	Optional<Integer> code(List<DataType.Literal> all, String what, EObject node, EStructuralFeature feature, String name) {
		Optional<Integer> code = all.stream().filter(literal -> literal.name().equals(name)).map(literal -> (int) literal.value()).findFirst();
		if (code.isEmpty()) {
			List<String> names = all.stream().map(DataType.Literal::name).toList();
			Optional<String> near = Suggest.nearest(name, names);
			elaboration.report().at("MW-LANG-209", SyntaxFile.place(node, feature, Math.max(0, index(node, feature, name))), node, "no %s %s%s".formatted(what, name,
					near.map("; did you mean %s?"::formatted).orElse("; there is %s".formatted(String.join(", ", names)))),
					near.map(each -> new String[] { each }).orElse(new String[0]));
		}
		return code;
	}

	/** Returns which of several values of a feature a name is. */
	private static int index(EObject node, EStructuralFeature feature, String name) {
		return node.eGet(feature) instanceof List<?> names ? names.indexOf(name) : 0;
	}
}
