// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CallPlay;
import org.meterwright.dsl.cosemDsl.CallStep;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.EntryBlock;
import org.meterwright.dsl.cosemDsl.Field;
import org.meterwright.dsl.cosemDsl.KindFlag;
import org.meterwright.dsl.cosemDsl.MethodDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RunStep;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.cosemDsl.StructValue;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.cosemDsl.UseCaseStepLine;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.ide.names.Scope.Declared;
import org.meterwright.dsl.ide.names.SymbolKind;
import org.meterwright.dsl.ide.rename.Keywords;

/** The parts of objects, classes and types, as candidates. */
final class Parts {
	private final Setting setting;

	Parts(Setting setting) {
		this.setting = setting;
	}

	// ---- behind a dot

	Stream<Candidate> behindDot(Ref ref) {
		int segments = ref.getSegments().size();
		List<EObject> parts = setting.meanings().parts(ref);
		EObject owner = parts.size() >= segments - 1 && segments > 1 ? parts.get(segments - 2) : null;
		return switch (owner) {
			case null -> Stream.empty();
			case DeviceDecl device -> setting.scope().stream().flatMap(scope -> scope.all(Set.of(SymbolKind.OBJECT)).stream().filter(each -> each.device().equals(scope.normal(device.getName()))))
					.map(Declared::name).map(name -> Candidate.of(name, "object", Proposal.Kind.OBJECT, 0));
			case AttributeDecl attribute -> fields(attribute.getType());
			case Field field -> fields(field.getType());
			default -> members(owner, ref.eContainer());
		};
	}

	private Stream<Candidate> fields(TypeExpr type) {
		return setting.meanings().types().fields(type).map(this::field);
	}

	private Stream<Candidate> members(EObject object, EObject asking) {
		if (asking instanceof RunStep) {
			return scripts(object, 0);
		}
		boolean methodsOnly = asking instanceof CallStep || asking instanceof CallPlay || asking instanceof UseCaseStepLine line && "call".equals(line.getVerb());
		boolean both = methodsOnly || asking instanceof Target || asking instanceof EntryBlock || asking instanceof UseCaseStepLine line && line.getVerb() == null;
		return setting.meanings().classOf(object).stream().flatMap(declared -> setting.meanings().table().members(declared).stream())
				.filter(member -> member instanceof MethodDecl ? both : !methodsOnly).map(member -> member(member, object));
	}

	private Stream<Candidate> scripts(EObject object, int depth) {
		if (!(object instanceof ObjectDecl declared) || depth > 8) {
			return Stream.empty();
		}
		Stream<Candidate> own = setting.scope().stream().flatMap(scope -> scope.all(String.valueOf(declared.getName())).stream()).map(Declared::node)
				.flatMap(node -> EcoreUtil2.eAllOfType(node, ScriptLine.class).stream()).filter(line -> line.getName() != null)
				.map(line -> Candidate.of(line.getName(), "script %s".formatted(line.getId()), Proposal.Kind.SCRIPT, 0));
		List<EObject> like = declared.getLike() == null ? List.of() : setting.meanings().parts(declared.getLike());
		return like.isEmpty() ? own : Stream.concat(own, scripts(like.getLast(), depth + 1));
	}

	private Candidate member(ClassMember member, EObject object) {
		String type = member instanceof AttributeDecl attribute ? "attribute %s: %s".formatted(attribute.getIndex(), TypeWords.of(attribute.getType()))
				: "method %s(%s)".formatted(member.getIndex(), TypeWords.of(((MethodDecl) member).getParameter()));
		Proposal.Kind kind = member instanceof AttributeDecl ? Proposal.Kind.ATTRIBUTE : Proposal.Kind.METHOD;
		boolean usual = object instanceof ObjectDecl declared && declared.getBody().stream().anyMatch(line -> line instanceof AttributeLine it && member.getName().equals(it.getName()));
		return Candidate.of(member.getName(), type, kind, usual ? 0 : 1).documented(TypeWords.documentation(member));
	}

	// ---- lines of a body

	/** Offers the attributes that the body does not say yet, mandatory ones first; logical_name is said by the header. */
	Stream<Candidate> unwritten() {
		return owner().flatMap(setting.meanings()::classOf).stream().flatMap(declared -> setting.meanings().table().members(declared).stream())
				.filter(AttributeDecl.class::isInstance).map(AttributeDecl.class::cast)
				.filter(attribute -> !"logical_name".equals(attribute.getName()) && !setting.excerpt().written().contains(attribute.getName()))
				.map(attribute -> line(attribute));
	}

	/** Offers what an overridden object's lines say: attributes and scripts. */
	Stream<Candidate> removable() {
		return owner().stream().flatMap(object -> Stream.concat(members(object, setting.root()).filter(each -> each.kind() == Proposal.Kind.ATTRIBUTE), scripts(object, 0)));
	}

	private Candidate line(AttributeDecl attribute) {
		String detail = "attribute %s: %s".formatted(attribute.getIndex(), TypeWords.of(attribute.getType()));
		return Candidate.of(attribute.getName(), detail, Proposal.Kind.ATTRIBUTE, isOptional(attribute) ? 2 : 0).documented(TypeWords.documentation(attribute));
	}

	static boolean isOptional(ClassMember member) {
		return member.getFlags().stream().anyMatch(flag -> flag instanceof KindFlag kind && "optional".equals(kind.getKind()));
	}

	private Optional<EObject> owner() {
		for (EObject at = setting.before(); at != null; at = at.eContainer()) {
			if (at instanceof ObjectDecl || at instanceof PushDecl || at instanceof AssociationDecl) {
				return Optional.of(at);
			}
		}
		return Optional.empty();
	}

	/** Offers the fields that a structure does not say yet. */
	Stream<Candidate> fields() {
		Optional<StructValue> structure = setting.around(StructValue.class);
		Optional<TypeExpr> type = structure.flatMap(setting.meanings()::expected);
		return type.stream().flatMap(setting.meanings().types()::fields).filter(field -> !setting.excerpt().written().contains(field.getName())).map(this::field);
	}

	private Candidate field(Field field) {
		return Candidate.of(field.getName(), TypeWords.of(field.getType()), Proposal.Kind.ATTRIBUTE, 0);
	}

	/** Offers the members of the object whose entry is spelled out. */
	Stream<Candidate> entryMembers() {
		return setting.around(EntryBlock.class).map(EntryBlock::getObject).map(setting.meanings()::parts).filter(parts -> !parts.isEmpty()).map(List::getLast).stream()
				.flatMap(object -> setting.meanings().classOf(object).stream()).flatMap(declared -> setting.meanings().table().members(declared).stream())
				.filter(member -> !setting.excerpt().written().contains(member.getName())).map(member -> member(member, setting.root()));
	}

	// ---- types

	/** Offers types: those that the class leaves open for the attribute first. */
	Stream<Candidate> types() {
		Set<String> open = setting.around(AttributeLine.class).map(this::options).orElse(Set.of());
		Stream<Candidate> builtIn = Stream.concat(Arrays.stream(DataTag.values()).filter(tag -> tag != DataTag.DONT_CARE).map(DataTag::standardName), Stream.of("any")).distinct()
				.map(name -> Candidate.of(name, "type", Proposal.Kind.TYPE, open.contains(name) ? 0 : 2));
		Stream<Candidate> declared = setting.meanings().table().declarations().all(Sort.TYPE).values().stream().flatMap(List::stream).map(TypeDecl.class::cast)
				.filter(type -> setting.meanings().table().find(Sort.TYPE, setting.root(), type.getName(), TypeDecl.class).isPresent())
				.map(type -> Candidate.of(type.getName(), TypeWords.of(type.getType()), Proposal.Kind.TYPE, open.contains(type.getName()) ? 0 : 4));
		return Stream.concat(builtIn, declared);
	}

	private Set<String> options(AttributeLine line) {
		Optional<ClassDecl> owner = setting.meanings().classOfLine(line);
		return owner.stream().flatMap(declared -> setting.meanings().table().members(declared).stream())
				.filter(member -> member instanceof AttributeDecl && member.getName().equals(line.getName())).map(member -> ((AttributeDecl) member).getType())
				.flatMap(type -> Stream.concat(Stream.of(type), setting.meanings().types().options(type).stream())).map(TypeWords::of).collect(java.util.stream.Collectors.toSet());
	}

	/** Writes a name for a place that wants no word of the language. */
	static String name(String name) {
		return Keywords.escaped("", 0, name);
	}
}
