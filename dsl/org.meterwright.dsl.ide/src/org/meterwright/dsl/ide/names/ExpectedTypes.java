// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CallPlay;
import org.meterwright.dsl.cosemDsl.CallStep;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.DefaultFlag;
import org.meterwright.dsl.cosemDsl.Field;
import org.meterwright.dsl.cosemDsl.FieldValue;
import org.meterwright.dsl.cosemDsl.ListValue;
import org.meterwright.dsl.cosemDsl.MethodDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PlayContent;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RefValue;
import org.meterwright.dsl.cosemDsl.SetPlay;
import org.meterwright.dsl.cosemDsl.SetStep;
import org.meterwright.dsl.cosemDsl.StructValue;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.cosemDsl.UseCaseStepLine;
import org.meterwright.dsl.cosemDsl.ValueExpr;
import org.meterwright.dsl.cosemDsl.ValueRange;
import org.meterwright.dsl.cosemDsl.WritePlay;

/** Finds the type that is expected where a value stands. */
final class ExpectedTypes {
	private final NameTable names;
	private final TypeTree types;
	private final Resolver resolver;

	ExpectedTypes(NameTable names, TypeTree types, Resolver resolver) {
		this.names = names;
		this.types = types;
		this.resolver = resolver;
	}

	/** Returns the type that a value should have. */
	Optional<TypeExpr> of(ValueExpr value) {
		return switch (value.eContainer()) {
			case ListValue list -> of(list).flatMap(types::element);
			case FieldValue field when field.eContainer() instanceof StructValue structure -> of(structure).flatMap(type -> types.field(type, field.getName())).map(Field::getType);
			case RefValue typed -> of(typed);
			case ValueRange range -> ofOwner(range.eContainer());
			case null -> Optional.empty();
			default -> ofOwner(value.eContainer());
		};
	}

	private Optional<TypeExpr> ofOwner(EObject owner) {
		return switch (owner) {
			case AttributeLine line -> ofLine(line);
			case SetStep step -> ofTarget(step.getTarget());
			case SetPlay play -> ofTarget(play.getTarget());
			case WritePlay play -> ofTarget(play.getTarget());
			case PlayContent content when content.getLeft() != null -> ofTarget(content.getLeft().getTarget());
			case UseCaseStepLine step -> ofTarget(step.getTarget());
			case CallStep step -> ofTarget(step.getTarget());
			case CallPlay play -> ofTarget(play.getTarget());
			case DefaultFlag flag when flag.eContainer() instanceof AttributeDecl attribute -> Optional.ofNullable(attribute.getType());
			case null, default -> Optional.empty();
		};
	}

	/** Returns the type of an attribute line: what it says itself, unless that is a name without fields, else the class's. */
	Optional<TypeExpr> ofLine(AttributeLine line) {
		return line.getType() != null ? Optional.of(line.getType()) : ofClass(line);
	}

	private Optional<TypeExpr> ofClass(AttributeLine line) {
		return classOf(line).flatMap(declared -> member(declared, line.getName())).filter(AttributeDecl.class::isInstance).map(member -> ((AttributeDecl) member).getType());
	}

	/** Finds the class whose attribute a line gives a value. */
	Optional<ClassDecl> classOf(AttributeLine line) {
		EObject owner = line.eContainer();
		while (owner != null && !(owner instanceof ObjectDecl) && !(owner instanceof PushDecl) && !(owner instanceof AssociationDecl)) {
			owner = owner.eContainer();
		}
		return owner == null ? Optional.empty() : resolver.classOf(owner);
	}

	Optional<ClassMember> member(ClassDecl declared, String name) {
		return names.members(declared).stream().filter(member -> member.getName().equals(name)).findFirst();
	}

	private Optional<TypeExpr> ofTarget(Ref target) {
		if (target == null || target.getSegments().isEmpty()) {
			return Optional.empty();
		}
		List<Resolver.Part> parts = resolver.parts(target);
		EObject last = parts.isEmpty() ? null : parts.getLast().node();
		return switch (last) {
			case AttributeDecl attribute -> Optional.ofNullable(ownType(parts, attribute).orElse(attribute.getType()));
			case MethodDecl method -> Optional.ofNullable(method.getParameter());
			case Field field -> Optional.ofNullable(field.getType());
			case null, default -> Optional.empty();
		};
	}

	/** An object's own line may say a type where the class leaves it open. */
	private static Optional<TypeExpr> ownType(List<Resolver.Part> parts, AttributeDecl attribute) {
		EObject object = parts.get(Math.max(0, parts.size() - 2)).node();
		return object instanceof ObjectDecl declared ? EcoreUtil2.eAllOfType(declared, AttributeLine.class).stream()
				.filter(line -> attribute.getName().equals(line.getName()) && line.getType() != null).findFirst().map(AttributeLine::getType) : Optional.empty();
	}
}
