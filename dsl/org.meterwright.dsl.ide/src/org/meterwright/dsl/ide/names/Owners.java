// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Makes symbols: says where each kind of name counts. */
final class Owners {
	private static final Map<SymbolKind, Sort> SORTS = Map.of(SymbolKind.CLASS, Sort.CLASS, SymbolKind.TYPE, Sort.TYPE, SymbolKind.UNIT, Sort.UNIT, SymbolKind.COMPANION,
			Sort.COMPANION, SymbolKind.METER, Sort.METER, SymbolKind.OBIS_GROUP, Sort.OBIS_GROUP);
	private final NameTable names;

	Owners(NameTable names) {
		this.names = names;
	}

	/** Finds a top-level declaration as a node sees it. */
	Optional<Resolver.Part> topLevel(EObject from, SymbolKind kind, String name) {
		return names.find(SORTS.get(kind), from, name, EObject.class).map(declared -> new Resolver.Part(topLevel(kind, declared), declared));
	}

	/** Makes the symbol of a top-level declaration. */
	Symbol topLevel(SymbolKind kind, EObject declared) {
		String qualified = NameTable.qualified(declared);
		return new Symbol(kind, qualified, Mentions.last(qualified));
	}

	/** Makes the symbol of something that a meter or companion declares: it belongs to the oldest of the chain that has it. */
	Symbol symbol(Scope scope, Scope.Declared declared) {
		EObject owner = scope.firstOwner(declared);
		for (EObject each : scope.chain()) {
			if (each == owner || names.openNames(each).contains(declared.name())) {
				owner = each;
				break;
			}
		}
		return new Symbol(declared.kind(), "%s/%s".formatted(NameTable.qualified(owner), declared.device()), declared.name());
	}

	/** Makes the symbol of a name that counts in one meter and those that it extends. */
	Symbol ofMeter(EObject node, SymbolKind kind, String name) {
		String owner = names.scope(node).map(scope -> NameTable.qualified(scope.chain().stream().filter(org.meterwright.dsl.cosemDsl.MeterDecl.class::isInstance).findFirst()
				.orElse(scope.owner()))).orElse("");
		return new Symbol(kind, owner, name);
	}

	/** Makes the symbol of an attribute or method: all versions of a class share it. */
	Symbol member(ClassMember member) {
		String owner = member.eContainer() instanceof ClassDecl declared ? NameTable.qualified(declared) : "";
		return new Symbol(member instanceof AttributeDecl ? SymbolKind.ATTRIBUTE : SymbolKind.METHOD, owner, member.getName());
	}

	/** Makes the symbol of a script: it belongs to its object. */
	Symbol script(ScriptLine script) {
		ObjectDecl object = EcoreUtil2.getContainerOfType(script, ObjectDecl.class);
		String owner = names.scope(script).flatMap(scope -> object == null ? Optional.empty()
				: scope.all(String.valueOf(object.getName())).stream().filter(each -> each.node() == object).findFirst().map(each -> symbol(scope, each)))
				.map(symbol -> "%s%s".formatted(symbol.scope(), symbol.name())).orElse("");
		return new Symbol(SymbolKind.SCRIPT, owner, script.getName());
	}

	/** Makes the symbol of a field or literal: it belongs to its type, named or not. */
	Symbol inType(SymbolKind kind, EObject part) {
		StringBuilder path = new StringBuilder();
		EObject at = part.eContainer();
		while (at != null && !(at instanceof TypeDecl) && !(at instanceof ClassMember) && at.eContainer() != null && !(at.eContainer() instanceof org.meterwright.dsl.cosemDsl.File)) {
			path.append('/').append(step(at));
			at = at.eContainer();
		}
		String owner = switch (at) {
			case TypeDecl type -> NameTable.qualified(type);
			case ClassMember member -> "%s.%s".formatted(member.eContainer() instanceof ClassDecl declared ? NameTable.qualified(declared) + declared.getVersion() : "", member.getName());
			case null -> "";
			default -> "%s#%s".formatted(SyntaxFile.find(at).map(SyntaxFile::name).orElse(""), step(at));
		};
		EStructuralFeature name = part.eClass().getEStructuralFeature("name");
		return new Symbol(kind, owner + path, String.valueOf(part.eGet(name)));
	}

	private static String step(EObject node) {
		EStructuralFeature feature = node.eContainingFeature();
		if (feature == null) {
			return "";
		}
		int index = feature.isMany() ? ((java.util.List<?>) node.eContainer().eGet(feature)).indexOf(node) : 0;
		return "%s%d".formatted(feature.getName(), index);
	}

	/** Returns the scripts of an object. */
	static Stream<ScriptLine> scripts(EObject node) {
		return node instanceof ObjectDecl object ? EcoreUtil2.eAllOfType(object, ScriptLine.class).stream() : Stream.empty();
	}
}
