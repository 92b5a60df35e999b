// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.meterwright.dsl.cosemDsl.AlertStep;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.EveryExpr;
import org.meterwright.dsl.cosemDsl.ExpectPlay;
import org.meterwright.dsl.cosemDsl.Field;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.PushStep;
import org.meterwright.dsl.cosemDsl.RaisePlay;
import org.meterwright.dsl.cosemDsl.RaiseStep;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RefValue;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.cosemDsl.WhenExpr;

/** Resolves references: the first name by what its place asks for, the others as members of what stands before. */
final class Resolver {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;
	/** An association's name for itself. */
	static final String CURRENT = "currentAssociation";
	private static final Set<SymbolKind> TARGETS = EnumSet.of(SymbolKind.OBJECT, SymbolKind.GROUP);
	/** A reaction, association or push set-up with a logical name is an object too. */
	private static final Set<SymbolKind> DERIVED = EnumSet.of(SymbolKind.PUSH, SymbolKind.ASSOCIATION, SymbolKind.REACTION);
	private static final Set<SymbolKind> REQUIRED = EnumSet.of(SymbolKind.REQUIREMENT);
	private static final Set<SymbolKind> ANY = EnumSet.of(SymbolKind.EVENT, SymbolKind.ALERT, SymbolKind.ROLE, SymbolKind.USE_CASE);
	private static final Map<EStructuralFeature, SymbolKind> ASKED = Map.of(P.getViaLine_Push(), SymbolKind.PUSH, P.getOnExpr_Events(), SymbolKind.EVENT,
			P.getAlertDecl_Events(), SymbolKind.EVENT, P.getToLine_Roles(), SymbolKind.ROLE, P.getUseCaseDecl_Roles(), SymbolKind.ROLE, P.getPushDecl_Partner(),
			SymbolKind.ASSOCIATION, P.getClientPlay_Client(), SymbolKind.ASSOCIATION, P.getExpectPlay_Whom(), SymbolKind.ROLE);

	/**
	 * What one name of a reference stands for.
	 *
	 * @param symbol what
	 * @param node   its declaration
	 */
	record Part(Symbol symbol, EObject node) {
	}

	private final NameTable names;
	private final TypeTree types;
	private final ExpectedTypes expected;
	private final Owners owners;

	Resolver(NameTable names) {
		this.names = names;
		this.types = new TypeTree(names);
		this.expected = new ExpectedTypes(names, types, this);
		this.owners = new Owners(names);
	}

	TypeTree types() {
		return types;
	}

	ExpectedTypes expected() {
		return expected;
	}

	Owners owners() {
		return owners;
	}

	/** Resolves the names of a reference from the left, as far as they mean something. */
	List<Part> parts(Ref ref) {
		List<Part> found = new ArrayList<>();
		if (ref.eContainer() instanceof RefValue value && ref.getSegments().size() == 1) {
			literal(value, ref.getSegments().getFirst().getName()).ifPresent(found::add);
		}
		Optional<Scope> scope = names.scope(ref);
		if (found.isEmpty() && scope.isPresent()) {
			head(ref, scope.get(), found);
			for (int i = found.size(); i > 0 && i < ref.getSegments().size(); i++) {
				Optional<Part> next = member(found.getLast().node(), ref.getSegments().get(i).getName());
				if (next.isEmpty()) {
					break;
				}
				found.add(next.get());
			}
		}
		return found;
	}

	private void head(Ref ref, Scope scope, List<Part> found) {
		Segment first = ref.getSegments().getFirst();
		AssociationDecl association = EcoreUtil2.getContainerOfType(ref, AssociationDecl.class);
		if (association != null && CURRENT.equals(first.getName())) {
			scope.find("", String.valueOf(association.getName()), Set.of(SymbolKind.ASSOCIATION)).ifPresent(declared -> found.add(part(scope, declared)));
			return;
		}
		String device = device(ref, scope);
		Optional<Part> plain = find(scope, device, first.getName(), ref);
		if (plain.isEmpty() && ref.getSegments().size() > 1 && scope.isDevice(first.getName())) {
			scope.find("", first.getName(), Set.of(SymbolKind.DEVICE)).ifPresent(declared -> found.add(part(scope, declared)));
			find(scope, scope.normal(first.getName()), ref.getSegments().get(1).getName(), ref).ifPresent(found::add);
		} else {
			plain.ifPresent(found::add);
		}
	}

	private Optional<Part> find(Scope scope, String device, String name, Ref ref) {
		SymbolKind asked = asked(ref);
		List<Set<SymbolKind>> order = asked == null ? List.of(TARGETS, DERIVED, REQUIRED, ANY)
				: asked == SymbolKind.ASSOCIATION ? List.of(Set.of(asked), Set.of(SymbolKind.ROLE)) : List.of(Set.of(asked));
		for (Set<SymbolKind> kinds : order) {
			Optional<Part> here = scope.find(device, name, kinds).map(declared -> part(scope, declared));
			if (here.isPresent()) {
				return here;
			}
		}
		return name != null && names.openNames(scope.owner()).contains(name) ? inHeirs(scope, name, order) : Optional.empty();
	}

	/** Returns the only kind of thing that may be named at a place; null where several may. */
	private static SymbolKind asked(Ref ref) {
		return switch (ref.eContainer()) {
			case PushStep step -> SymbolKind.PUSH;
			case AlertStep step -> SymbolKind.ALERT;
			case RaiseStep step -> SymbolKind.EVENT;
			case RaisePlay play -> SymbolKind.EVENT;
			case ExpectPlay play when ref.eContainingFeature() == P.getExpectPlay_Target() -> "push".equals(play.getWhat()) ? SymbolKind.PUSH : SymbolKind.ALERT;
			case null, default -> ASKED.get(ref.eContainingFeature());
		};
	}

	private Optional<Part> inHeirs(Scope scope, String name, List<Set<SymbolKind>> order) {
		for (Scope heir : names.heirs(scope.owner())) {
			for (Set<SymbolKind> kinds : order) {
				Optional<Part> there = heir.find("", name, kinds).map(declared -> part(heir, declared));
				if (there.isPresent()) {
					return there;
				}
			}
		}
		return Optional.empty();
	}

	private Part part(Scope scope, Scope.Declared declared) {
		return new Part(owners.symbol(scope, declared), declared.node());
	}

	/** Returns the device that names are looked up from: that of the enclosing block, or of the association. */
	static String device(EObject node, Scope scope) {
		for (EObject at = node; at != null; at = at.eContainer()) {
			if (at instanceof DeviceDecl device) {
				return scope.normal(device.getName());
			}
			if (at instanceof AssociationDecl association) {
				return scope.normal(association.getDevice());
			}
		}
		return "";
	}

	private Optional<Part> literal(RefValue value, String name) {
		Optional<TypeExpr> type = expected.of(value);
		Optional<Part> literal = type.flatMap(each -> types.literals(each).filter(one -> one.getName() != null && one.getName().equals(name)).findFirst()).map(this::literal);
		return literal.isPresent() || type.isEmpty() ? literal : unit(value, type.get(), name);
	}

	private Part literal(Literal literal) {
		return new Part(owners.inType(SymbolKind.LITERAL, literal), literal);
	}

	/** The unit of a register is an enumeration whose literals are the units that are declared. */
	private Optional<Part> unit(RefValue value, TypeExpr type, String name) {
		boolean unit = type instanceof org.meterwright.dsl.cosemDsl.NamedTypeExpr named && Mentions.last(named.getName()).equals("unit_code");
		return unit ? owners.topLevel(value, SymbolKind.UNIT, name) : Optional.empty();
	}

	/** Finds a member of an object, or a part of an attribute. */
	Optional<Part> member(EObject node, String name) {
		return switch (node) {
			case null -> Optional.empty();
			case AttributeDecl attribute -> types.field(attribute.getType(), name).map(this::field);
			case Field field -> types.field(field.getType(), name).map(this::field);
			default -> ofObject(node, name);
		};
	}

	private Part field(Field field) {
		return new Part(owners.inType(SymbolKind.FIELD, field), field);
	}

	private Optional<Part> ofObject(EObject object, String name) {
		return classOf(object).flatMap(declared -> expected.member(declared, name)).map(this::member).or(() -> script(object, name, 0));
	}

	Part member(ClassMember member) {
		return new Part(owners.member(member), member);
	}

	private Optional<Part> script(EObject object, String name, int depth) {
		if (!(object instanceof ObjectDecl declared) || depth > 8) {
			return Optional.empty();
		}
		boolean required = object.eContainer() instanceof RequirementDecl;
		Optional<ScriptLine> own = names.scope(object).stream().flatMap(scope -> scope.all(String.valueOf(declared.getName())).stream()).map(Scope.Declared::node)
				.filter(node -> node.eContainer() instanceof RequirementDecl == required).flatMap(Owners::scripts).filter(line -> name.equals(line.getName())).findFirst();
		if (own.isPresent()) {
			return own.map(line -> new Part(owners.script(line), line));
		}
		List<Part> model = declared.getLike() == null ? List.of() : parts(declared.getLike());
		return model.isEmpty() ? Optional.empty() : script(model.getLast().node(), name, depth + 1);
	}

	/** Finds the class of an object, or of what becomes one. */
	Optional<ClassDecl> classOf(EObject object) {
		return switch (object) {
			case ObjectDecl it when it.getInterfaceClass() == null -> overridden(it).flatMap(names::classOf);
			case ObjectDecl it -> names.classOf(it);
			case PushDecl it -> names.interfaceClass(it, it.getInterfaceClass() == null ? "PushSetup" : it.getInterfaceClass(), it.getVersion());
			case AssociationDecl it -> names.interfaceClass(it, "AssociationLN", null);
			case ReactionDecl it -> names.interfaceClass(it, reactionClass(it), null);
			case null, default -> Optional.empty();
		};
	}

	/** An override may leave the class to what it overrides. */
	private Optional<ObjectDecl> overridden(ObjectDecl object) {
		return names.scope(object).stream().flatMap(scope -> scope.all(String.valueOf(object.getName())).reversed().stream()).map(Scope.Declared::node)
				.filter(ObjectDecl.class::isInstance).map(ObjectDecl.class::cast).filter(other -> other.getInterfaceClass() != null).findFirst();
	}

	private static String reactionClass(ReactionDecl reaction) {
		return switch (reaction.getTrigger()) {
			case EveryExpr every -> "SingleActionSchedule";
			case WhenExpr when when when.getDuration() != null -> "Limiter";
			case WhenExpr when -> "RegisterMonitor";
			case null, default -> null;
		};
	}
}
