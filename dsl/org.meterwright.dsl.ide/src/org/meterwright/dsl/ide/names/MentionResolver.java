// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.EntryBlock;
import org.meterwright.dsl.cosemDsl.EntryLine;
import org.meterwright.dsl.cosemDsl.Family;
import org.meterwright.dsl.cosemDsl.FieldValue;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.IndexExpr;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RemoveLine;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.cosemDsl.StorageExpr;
import org.meterwright.dsl.cosemDsl.StructValue;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.ide.names.Resolver.Part;

/** Says what each name in a tree stands for. */
final class MentionResolver {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;
	/** What a scenario may prove. */
	private static final List<SymbolKind> PROVEN = List.of(SymbolKind.DEMAND, SymbolKind.USE_CASE, SymbolKind.ALERT, SymbolKind.REQUIREMENT);
	private final NameTable names;
	private final Resolver resolver;
	private final Owners owners;

	MentionResolver(NameTable names) {
		this.names = names;
		this.resolver = new Resolver(names);
		this.owners = resolver.owners();
	}

	Resolver resolver() {
		return resolver;
	}

	/** Returns what a name stands for; nothing when it means nothing. */
	Optional<Part> resolve(Mention mention) {
		return mention.declares() ? declared(mention) : used(mention);
	}

	private Optional<Part> declared(Mention mention) {
		EObject node = mention.node();
		return switch (node) {
			case ClassDecl it -> Optional.of(new Part(owners.topLevel(SymbolKind.CLASS, it), it));
			case ClassMember it -> Optional.of(resolver.member(it));
			case org.meterwright.dsl.cosemDsl.TypeDecl it -> Optional.of(new Part(owners.topLevel(SymbolKind.TYPE, it), it));
			case org.meterwright.dsl.cosemDsl.UnitDecl it -> Optional.of(new Part(owners.topLevel(SymbolKind.UNIT, it), it));
			case org.meterwright.dsl.cosemDsl.ObisGroupDecl it -> Optional.of(new Part(owners.topLevel(SymbolKind.OBIS_GROUP, it), it));
			case MeterDecl it -> Optional.of(new Part(owners.topLevel(SymbolKind.METER, it), it));
			case CompanionDecl it -> Optional.of(new Part(owners.topLevel(SymbolKind.COMPANION, it), it));
			case org.meterwright.dsl.cosemDsl.Field it -> Optional.of(new Part(owners.inType(SymbolKind.FIELD, it), it));
			case Literal it when it.eContainer() instanceof IndexDecl index -> entry(index, it);
			case Literal it -> Optional.of(new Part(owners.inType(SymbolKind.LITERAL, it), it));
			case ScriptLine it -> Optional.of(new Part(owners.script(it), it));
			case LayerDecl it -> Optional.of(new Part(layer(it, it.getName()), it));
			case Family it -> Optional.of(binder(it));
			case StorageExpr it -> Optional.of(new Part(owners.ofMeter(it, SymbolKind.HANDLER, mention.name()), it));
			default -> item(mention);
		};
	}

	private static Symbol layer(LayerDecl layer, String name) {
		return new Symbol(SymbolKind.LAYER, String.valueOf(layer.getTarget()), name);
	}

	private Optional<Part> otherLayer(LayerDecl from, String name) {
		return names.declarations().layers().stream().filter(layer -> name.equals(layer.getName()) && String.valueOf(layer.getTarget()).equals(from.getTarget())).findFirst()
				.map(layer -> new Part(layer(layer, name), layer));
	}

	/** What a line of an object's body names: an attribute, a method or a script of the object. */
	private Optional<Part> ofObject(EObject line, String name) {
		ObjectDecl object = EcoreUtil2.getContainerOfType(line, ObjectDecl.class);
		return object == null ? Optional.empty() : resolver.member(object, name);
	}

	private Optional<Part> entry(IndexDecl index, Literal literal) {
		return names.scope(index).map(scope -> new Part(new Symbol(SymbolKind.INDEX_ENTRY, owners.ofMeter(index, SymbolKind.INDEX, "").scope() + "/" + index.getName(),
				literal.getName()), literal));
	}

	private Part binder(Family family) {
		EObject owner = family.eContainer();
		String where = org.eclipse.emf.ecore.util.EcoreUtil.getRelativeURIFragmentPath(null, owner);
		return new Part(new Symbol(SymbolKind.BINDER, "%s#%s".formatted(org.meterwright.dsl.syntax.SyntaxFile.find(owner).map(Object::toString).orElse(""), where),
				family.getBinder()), family);
	}

	/** Items of a meter or companion: the scope knows them. */
	private Optional<Part> item(Mention mention) {
		return names.scope(mention.node()).flatMap(scope -> scope.all(mention.name()).stream().filter(each -> each.node() == mention.node()).findFirst()
				.map(each -> new Part(owners.symbol(scope, each), each.node())));
	}

	private Optional<Part> used(Mention mention) {
		EObject node = mention.node();
		EStructuralFeature feature = mention.feature();
		return switch (node) {
			case Segment it -> segment(it);
			case AttributeLine it -> resolver.expected().classOf(it).flatMap(declared -> resolver.expected().member(declared, it.getName())).map(resolver::member);
			case FieldValue it -> field(it);
			case EntryLine it -> entryLine(it);
			case IndexExpr it -> indexExpr(it);
			case Target it -> every(it, mention);
			case Family it -> inMeter(it, SymbolKind.INDEX, mention.name());
			case org.meterwright.dsl.cosemDsl.MechanismLine it -> literal(it, "mechanism_id", mention.name());
			case org.meterwright.dsl.cosemDsl.ConformanceLine it -> literal(it, "conformance_block", mention.name());
			case AssociationDecl it -> inMeter(it, SymbolKind.DEVICE, mention.name());
			case org.meterwright.dsl.cosemDsl.VariantDecl it -> inMeter(it, SymbolKind.SWITCH, mention.name()).or(() -> inMeter(it, SymbolKind.VARIANT, mention.name()));
			case RemoveLine it -> ofObject(it, mention.name());
			case org.meterwright.dsl.cosemDsl.LinePlay it when "proves".equals(it.getVerb()) ->
				PROVEN.stream().map(kind -> inMeter(it, kind, mention.name())).flatMap(Optional::stream).findFirst();
			case org.meterwright.dsl.cosemDsl.LinePlay it -> Optional.empty();
			case org.meterwright.dsl.cosemDsl.RoleAccessLine it -> ofObject(it, mention.name());
			case LayerDecl it when feature == P.getLayerDecl_After() -> otherLayer(it, mention.name());
			case org.meterwright.dsl.cosemDsl.SwitchTest it -> inMeter(it, SymbolKind.SWITCH, mention.name());
			case org.meterwright.dsl.cosemDsl.RoleLine it -> inMeter(it, SymbolKind.ROLE, mention.name());
			default -> topLevel(mention, node, feature);
		};
	}

	private Optional<Part> topLevel(Mention mention, EObject node, EStructuralFeature feature) {
		if (feature == P.getObisDecl_Code() || feature == P.getObisDecl_Media()) {
			return owners.topLevel(node, SymbolKind.OBIS_GROUP, mention.name());
		}
		if (Set.of(P.getObjectDecl_Ln(), P.getPushDecl_Ln(), P.getReactionDecl_Ln(), P.getObisValue_Ln()).contains(feature)) {
			return binder(node, mention.name());
		}
		String written = feature.isMany() ? String.valueOf(((List<?>) node.eGet(feature)).get(mention.index())) : String.valueOf(node.eGet(feature));
		if (feature == P.getObjectDecl_InterfaceClass()) {
			return names.classOf((ObjectDecl) node).map(declared -> new Part(owners.topLevel(SymbolKind.CLASS, declared), declared));
		}
		if (feature == P.getPushDecl_Service()) {
			return literal(node, "transport_service_v2", written);
		}
		if (node instanceof org.meterwright.dsl.cosemDsl.ScenarioDecl && feature == P.getScenarioDecl_On()) {
			return inMeter(node, SymbolKind.SWITCH, written);
		}
		return sort(node, feature).flatMap(kind -> owners.topLevel(node, kind, written));
	}

	private static Optional<SymbolKind> sort(EObject node, EStructuralFeature feature) {
		if (feature == P.getLayerDecl_Target()) {
			return Optional.of(((LayerDecl) node).isCompanion() ? SymbolKind.COMPANION : SymbolKind.METER);
		}
		if (Set.of(P.getClassDecl_Base(), P.getObisDecl_Classes(), P.getPushDecl_InterfaceClass()).contains(feature)) {
			return Optional.of(SymbolKind.CLASS);
		}
		if (Set.of(P.getUnitFlag_Unit(), P.getQuantityValue_Unit(), P.getObisDecl_Units()).contains(feature)) {
			return Optional.of(SymbolKind.UNIT);
		}
		if (Set.of(P.getMeterDecl_Base(), P.getScenarioDecl_Meter()).contains(feature)) {
			return Optional.of(SymbolKind.METER);
		}
		if (Set.of(P.getConformance_Profile(), P.getCompanionDecl_Base()).contains(feature)) {
			return Optional.of(SymbolKind.COMPANION);
		}
		return feature == P.getNamedTypeExpr_Name() ? Optional.of(SymbolKind.TYPE) : Optional.empty();
	}

	private Optional<Part> segment(Segment segment) {
		if (!(segment.eContainer() instanceof Ref ref)) {
			return Optional.empty();
		}
		int index = ref.getSegments().indexOf(segment);
		List<Part> parts = resolver.parts(ref);
		return index < parts.size() ? Optional.of(parts.get(index)) : Optional.empty();
	}

	private Optional<Part> field(FieldValue value) {
		if (!(value.eContainer() instanceof StructValue structure)) {
			return Optional.empty();
		}
		Optional<TypeExpr> type = resolver.expected().of(structure);
		return type.flatMap(each -> resolver.types().field(each, value.getName())).map(field -> new Part(owners.inType(SymbolKind.FIELD, field), field));
	}

	private Optional<Part> entryLine(EntryLine line) {
		if (!(line.eContainer() instanceof EntryBlock block) || block.getObject() == null) {
			return Optional.empty();
		}
		List<Part> parts = resolver.parts(block.getObject());
		return parts.isEmpty() ? Optional.empty() : resolver.member(parts.getLast().node(), line.getMember());
	}

	private Optional<Part> indexExpr(IndexExpr index) {
		Optional<Part> bound = binder(index, index.getAt());
		return bound.isPresent() ? bound : names.scope(index).flatMap(scope -> indexOf(scope, index)).flatMap(declared -> entry(declared, index.getAt()));
	}

	/** Finds the index of the family that a reference with an index names. */
	private Optional<IndexDecl> indexOf(Scope scope, IndexExpr index) {
		Optional<Part> family = index.eContainer() instanceof Segment segment ? segment(segment)
				: index.eContainer() instanceof ObjectDecl object ? inMeter(object, SymbolKind.OBJECT, object.getName()) : Optional.empty();
		return family.map(part -> part.node().eClass().getEStructuralFeature("family")).map(feature -> family.get().node().eGet(feature)).filter(Family.class::isInstance)
				.map(each -> ((Family) each).getIndex()).flatMap(name -> scope.find("", name, Set.of(SymbolKind.INDEX))).map(declared -> (IndexDecl) declared.node());
	}

	private Optional<Part> entry(IndexDecl index, String name) {
		return names.scope(index).stream().flatMap(scope -> scope.all(index.getName()).stream()).map(Scope.Declared::node).filter(IndexDecl.class::isInstance)
				.flatMap(each -> ((IndexDecl) each).getEntries().stream()).filter(literal -> name != null && name.equals(literal.getName())).findFirst()
				.flatMap(literal -> entry((IndexDecl) literal.eContainer(), literal));
	}

	/** Finds the declaration around a node that binds a name to an index. */
	private Optional<Part> binder(EObject node, String name) {
		for (EObject at = node; at != null; at = at.eContainer()) {
			EStructuralFeature feature = at.eClass().getEStructuralFeature("family");
			if (feature != null && at.eGet(feature) instanceof Family family && family.getBinder() != null && family.getBinder().equals(name)) {
				return Optional.of(binder(family));
			}
			if (at instanceof org.meterwright.dsl.cosemDsl.ReactionDecl || at instanceof MeterDecl) {
				break;
			}
		}
		return Optional.empty();
	}

	private Optional<Part> every(Target target, Mention mention) {
		String written = target.getInterfaceClass();
		Optional<Part> whole = owners.topLevel(target, SymbolKind.CLASS, written);
		if (whole.isPresent() || written.indexOf('.') < 0) {
			return mention.index() < 0 ? Optional.empty() : whole;
		}
		Optional<Part> owner = owners.topLevel(target, SymbolKind.CLASS, written.substring(0, written.lastIndexOf('.')));
		return mention.index() < 0 ? owner
				: owner.flatMap(part -> resolver.expected().member((ClassDecl) part.node(), mention.name())).map(resolver::member);
	}

	private Optional<Part> inMeter(EObject node, SymbolKind kind, String name) {
		return names.scope(node).flatMap(scope -> scope.find("", name, Set.of(kind)).map(declared -> new Part(owners.symbol(scope, declared), declared.node())));
	}

	private Optional<Part> literal(EObject node, String type, String name) {
		return resolver.types().named(node, type).stream().flatMap(resolver.types()::literals).filter(literal -> name.equals(literal.getName())).findFirst()
				.map(literal -> new Part(owners.inType(SymbolKind.LITERAL, literal), literal));
	}
}
