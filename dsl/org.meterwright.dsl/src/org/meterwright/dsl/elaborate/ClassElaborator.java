// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.SelectorDefinition;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.DefaultFlag;
import org.meterwright.dsl.cosemDsl.Flag;
import org.meterwright.dsl.cosemDsl.KindFlag;
import org.meterwright.dsl.cosemDsl.MethodDecl;
import org.meterwright.dsl.cosemDsl.SelectFlag;
import org.meterwright.dsl.cosemDsl.ShortFlag;
import org.meterwright.dsl.cosemDsl.UncertainFlag;
import org.meterwright.dsl.cosemDsl.UnitFlag;
import org.meterwright.dsl.syntax.DocComment;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Turns a class of the text into an interface class of the model. */
final class ClassElaborator {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;

	private final Names names;
	private final Types types;
	private final Units units;
	private final Report report;
	private final Set<ClassDecl> open = new LinkedHashSet<>();

	ClassElaborator(Names names, Types types, Units units, Report report) {
		this.names = names;
		this.types = types;
		this.units = units;
		this.report = report;
	}

	InterfaceClass elaborate(ClassDecl declaration) {
		names.declarations().touch(SyntaxFile.of(declaration));
		InterfaceClass type = FACTORY.createInterfaceClass();
		type.setName(declaration.getName());
		type.setClassId(number(declaration, declaration.getClassId(), 65_535, "class id"));
		type.setVersion(number(declaration, declaration.getVersion(), 255, "version"));
		String documentation = SyntaxFile.documentation(declaration);
		type.setDocumentation(DocComment.plain(documentation));
		type.setUncertain(declaration.getUncertain());
		type.setOpaque(documentation.contains("@opaque"));
		type.getOrigins().add(SyntaxFile.place(declaration, "written"));
		members(type, declaration);
		checkLogicalName(type, declaration);
		ClassDeclarations.attach(type, declaration);
		return type;
	}

	private void members(InterfaceClass type, ClassDecl declaration) {
		if (!open.add(declaration)) {
			report.report("MW-LANG-010", declaration, CosemDslPackage.eINSTANCE.getClassDecl_Base(), "class %s extends itself".formatted(declaration.getName()));
			return;
		}
		if (declaration.getBase() != null) {
			names.interfaceClass(declaration, CosemDslPackage.eINSTANCE.getClassDecl_Base(), declaration.getBase(), Optional.ofNullable(declaration.getBaseVersion()), Optional.empty())
					.ifPresent(base -> members(type, base));
		}
		Set<Integer> attributes = new LinkedHashSet<>();
		Set<Integer> methods = new LinkedHashSet<>();
		for (ClassMember member : declaration.getMembers()) {
			switch (member) {
				case AttributeDecl it -> attribute(type, it, attributes);
				case MethodDecl it -> method(type, it, methods);
				default -> {
					// there are no other members
				}
			}
		}
		open.remove(declaration);
	}

	private int number(EObject node, String text, int highest, String what) {
		int value = Numerals.clampedInt(text);
		if (value > highest) {
			report.report("MW-LANG-031", node, "%s %s is too large: %d at most".formatted(what, text, highest));
		}
		return Math.min(value, highest);
	}

	/** Numbers of attributes and methods are signed octets on the wire; makers use the negative ones. */
	private int index(EObject node, String text) {
		int value = Numerals.clampedInt(text);
		if (value < -128 || value > 127 || value == 0) {
			report.report("MW-LANG-032", node, "%s is no number of an attribute or method: 1 to 127, or -128 to -1 for a maker's own".formatted(text));
		}
		return Math.clamp(value, -128, 127);
	}

	private void attribute(InterfaceClass type, AttributeDecl declaration, Set<Integer> own) {
		AttributeDefinition attribute = FACTORY.createAttributeDefinition();
		attribute.setIndex(index(declaration, declaration.getIndex()));
		attribute.setName(declaration.getName());
		attribute.setType(types.type(declaration.getType()));
		attribute.setDocumentation(documentation(declaration));
		if (!own.add(attribute.getIndex())) {
			report.report("MW-LANG-032", declaration, "class %s has two attributes %d".formatted(type.getName(), attribute.getIndex()));
			return;
		}
		declaration.getFlags().forEach(flag -> flag(attribute, flag));
		type.getAttributes().removeIf(before -> before.getIndex() == attribute.getIndex());
		if (type.getAttributes().stream().anyMatch(before -> before.getName().equals(attribute.getName()))) {
			report.report("MW-LANG-032", declaration, "class %s has two attributes %s".formatted(type.getName(), attribute.getName()));
		}
		int at = (int) type.getAttributes().stream().filter(before -> before.getIndex() < attribute.getIndex()).count();
		type.getAttributes().add(at, attribute);
	}

	private void flag(AttributeDefinition attribute, Flag flag) {
		switch (flag) {
			case KindFlag it -> kind(attribute, it.getKind());
			case UnitFlag it -> units.code(it, CosemDslPackage.eINSTANCE.getUnitFlag_Unit(), it.getUnit()).ifPresent(attribute::setUnit);
			case DefaultFlag it -> values(attribute).convert(it.getValue(), attribute.getType(), Scope.METER, Scale.of(attribute.getUnit()))
					.ifPresent(attribute::setDefaultValue);
			case SelectFlag it -> {
				SelectorDefinition selector = FACTORY.createSelectorDefinition();
				selector.setName(it.getName());
				selector.setSelector(number(it, it.getSelector(), 255, "selector"));
				selector.setType(types.type(it.getType()));
				attribute.getSelectors().add(selector);
			}
			case UncertainFlag it -> attribute.setUncertain(it.getReason());
			case ShortFlag it -> report.report("MW-LANG-090", it, "short name offsets are not used: meters have logical name referencing only; leave short %s out".formatted(
					it.getOffset()));
			default -> {
				// there are no other flags
			}
		}
	}

	private void flag(MethodDefinition method, Flag flag) {
		switch (flag) {
			case KindFlag it when it.getKind().equals("optional") -> method.setOptional(true);
			case UncertainFlag it -> method.setUncertain(it.getReason());
			case UnitFlag it -> units.code(it, CosemDslPackage.eINSTANCE.getUnitFlag_Unit(), it.getUnit()).ifPresent(method::setUnit);
			default -> report.report("MW-LANG-032", flag, "method %s is optional, uncertain or has a unit for its parameter; other words are for attributes".formatted(method.getName()));
		}
	}

	private static String documentation(ClassMember member) {
		String documentation = SyntaxFile.documentation(member);
		return documentation.isEmpty() ? null : documentation;
	}

	private Values values(AttributeDefinition attribute) {
		return new Values(types, units, report, (ref, scope) -> List.of());
	}

	private static void kind(AttributeDefinition attribute, String kind) {
		switch (kind) {
			case "static" -> attribute.setDynamics(Dynamics.STATIC);
			case "dynamic" -> attribute.setDynamics(Dynamics.DYNAMIC);
			case "optional" -> attribute.setOptional(true);
			default -> attribute.setSecret(true);
		}
	}

	private void method(InterfaceClass type, MethodDecl declaration, Set<Integer> own) {
		MethodDefinition method = FACTORY.createMethodDefinition();
		method.setIndex(index(declaration, declaration.getIndex()));
		method.setName(declaration.getName());
		method.setDocumentation(documentation(declaration));
		if (declaration.getParameter() != null) {
			method.setParameter(types.type(declaration.getParameter()));
		}
		if (declaration.getReturned() != null) {
			method.setReturned(types.type(declaration.getReturned()));
		}
		declaration.getFlags().forEach(flag -> flag(method, flag));
		if (!own.add(method.getIndex())) {
			report.report("MW-LANG-032", declaration, "class %s has two methods %d".formatted(type.getName(), method.getIndex()));
			return;
		}
		type.getMethods().removeIf(before -> before.getIndex() == method.getIndex());
		int at = (int) type.getMethods().stream().filter(before -> before.getIndex() < method.getIndex()).count();
		type.getMethods().add(at, method);
	}

	private void checkLogicalName(InterfaceClass type, ClassDecl declaration) {
		if (type.getAttributes().stream().noneMatch(attribute -> attribute.getIndex() == 1)) {
			report.report("MW-LANG-032", declaration, CosemDslPackage.eINSTANCE.getClassDecl_Name(),
					"class %s needs attribute 1: 1 logical_name: octet-string(6) static".formatted(declaration.getName()));
		}
	}
}
