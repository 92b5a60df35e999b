// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.Family;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.cosemDsl.StorageExpr;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.dsl.ide.completion.Expected.Following;
import org.meterwright.dsl.ide.names.Scope;
import org.meterwright.dsl.ide.names.Scope.Declared;
import org.meterwright.dsl.ide.names.SymbolKind;
import org.meterwright.dsl.ide.rename.Keywords;

/** The things that a meter declares, as candidates. */
final class Things {
	private static final Set<SymbolKind> TARGETS = EnumSet.of(SymbolKind.OBJECT, SymbolKind.GROUP, SymbolKind.PUSH, SymbolKind.REACTION, SymbolKind.ASSOCIATION,
			SymbolKind.REQUIREMENT);
	private static final Set<SymbolKind> OBJECTS = EnumSet.of(SymbolKind.OBJECT, SymbolKind.REQUIREMENT);
	private final Setting setting;

	Things(Setting setting) {
		this.setting = setting;
	}

	private Stream<Declared> all(Set<SymbolKind> kinds) {
		return setting.scope().stream().flatMap(scope -> scope.all(kinds).stream());
	}

	/** Offers things of some kinds by name. */
	Stream<Candidate> of(SymbolKind... kinds) {
		Set<SymbolKind> wanted = EnumSet.copyOf(Arrays.asList(kinds));
		return all(wanted).map(declared -> named(declared, 0));
	}

	/** Offers everything that a finding can be accepted on. */
	Stream<Candidate> anything() {
		return of(SymbolKind.EVENT, SymbolKind.ALERT, SymbolKind.ROLE, SymbolKind.DEVICE);
	}

	private static Candidate named(Declared declared, int rank) {
		EObject node = declared.node();
		String name = Keywords.escaped("", 0, declared.name());
		if (node instanceof ObjectDecl object) {
			String detail = "%s %s".formatted(or(object.getInterfaceClass()), or(object.getLn())).strip();
			return Candidate.of(name, detail, Proposal.Kind.OBJECT, rank + (declared.kind() == SymbolKind.REQUIREMENT ? 2 : 0));
		}
		Proposal.Kind kind = declared.kind() == SymbolKind.GROUP ? Proposal.Kind.OBJECT : Proposal.Kind.NAME;
		return Candidate.of(name, declared.kind().word(), kind, rank);
	}

	private static String or(String text) {
		return text == null ? "" : text;
	}

	/** Offers objects of some classes. */
	Stream<Candidate> objects(String... classes) {
		List<String> wanted = Arrays.asList(classes);
		return all(OBJECTS).filter(declared -> wanted.contains(className(declared.node()))).map(declared -> named(declared, 0));
	}

	private String className(EObject node) {
		return setting.meanings().classOf(node).map(ClassDecl::getName).orElseGet(() -> node instanceof ObjectDecl object && object.getInterfaceClass() != null
				? object.getInterfaceClass().substring(object.getInterfaceClass().lastIndexOf('.') + 1) : "");
	}

	/** Offers all that lists of objects and attributes may name. */
	Stream<Candidate> targets() {
		boolean association = setting.around(org.meterwright.dsl.cosemDsl.AssociationDecl.class).isPresent();
		Stream<Candidate> own = association ? Stream.of(Candidate.of("currentAssociation", "the association itself", Proposal.Kind.OBJECT, 1)) : Stream.empty();
		Stream<Candidate> devices = all(EnumSet.of(SymbolKind.DEVICE)).map(declared -> named(declared, 4));
		return Stream.of(all(TARGETS).map(declared -> named(declared, declared.kind() == SymbolKind.OBJECT || declared.kind() == SymbolKind.GROUP ? 1 : 2)), own, devices)
				.flatMap(each -> each);
	}

	/** Offers first what is usually captured: clocks and registers. */
	Stream<Candidate> capturable() {
		Set<String> usual = Set.of("Clock", "Register", "ExtendedRegister", "DemandRegister", "Data");
		return all(OBJECTS).filter(declared -> usual.contains(className(declared.node()))).map(declared -> named(declared, 0));
	}

	/** Offers objects that another can be like: those of the same class first. */
	Stream<Candidate> likeObjects(ObjectDecl object) {
		String own = className(object);
		return all(OBJECTS).filter(declared -> !declared.name().equals(object.getName())).map(declared -> named(declared, className(declared.node()).equals(own) ? 0 : 3));
	}

	/** Offers the firmware functions that the meter calls already. */
	Stream<Candidate> handlers() {
		Set<String> names = new LinkedHashSet<>();
		setting.scope().ifPresent(scope -> all(OBJECTS).filter(declared -> declared.kind() == SymbolKind.OBJECT)
				.flatMap(declared -> EcoreUtil2.eAllOfType(declared.node(), StorageExpr.class).stream()).map(StorageExpr::getHandler).filter(name -> name != null).forEach(names::add));
		setting.object().map(ObjectDecl::getName).ifPresent(names::add);
		return names.stream().map(name -> Candidate.of(Keywords.escaped("", 0, name), "handler", Proposal.Kind.NAME, 0));
	}

	/** Offers what may stand in the brackets behind a family: its index's entries, and the names that run over an index here. */
	Stream<Candidate> indexEntries() {
		Stream<Candidate> binders = binders().map(name -> Candidate.of(name, "index variable", Proposal.Kind.NAME, 0));
		Optional<Family> family = setting.ref().flatMap(ref -> setting.meanings().parts(ref).reversed().stream().map(Things::family).flatMap(Optional::stream).findFirst());
		Stream<Candidate> entries = family.stream().flatMap(each -> setting.scope().stream().flatMap(scope -> entries(scope, each.getIndex())));
		return Stream.of(binders, entries, Stream.of(Candidate.of("*", "all members", Proposal.Kind.VALUE, 1))).flatMap(each -> each);
	}

	private Stream<String> binders() {
		Stream.Builder<String> names = Stream.builder();
		for (EObject at = setting.atHole(); at != null; at = at.eContainer()) {
			family(at).map(Family::getBinder).ifPresent(names::add);
			if (at instanceof Segment) {
				continue;
			}
		}
		return names.build();
	}

	private static Optional<Family> family(EObject node) {
		var feature = node.eClass().getEStructuralFeature("family");
		return feature != null && node.eGet(feature) instanceof Family family ? Optional.of(family) : Optional.empty();
	}

	private static Stream<Candidate> entries(Scope scope, String index) {
		return scope.all(String.valueOf(index)).stream().map(Declared::node).filter(IndexDecl.class::isInstance).flatMap(each -> ((IndexDecl) each).getEntries().stream())
				.filter(literal -> literal.getName() != null).map(literal -> Candidate.of(literal.getName(), literal.getValue(), Proposal.Kind.LITERAL, 0));
	}

	/** Offers what stands at few places: rules, memory units, selectors. */
	Stream<Candidate> others(Following following) {
		if (following.has("AcceptItem.rule")) {
			return LanguageRules.all().rules().stream().map(rule -> Candidate.of(rule.id(), rule.title(), Proposal.Kind.NAME, 2));
		}
		if (following.has("MemoryDecl.unit")) {
			return Stream.of("KiB", "MiB", "B").map(unit -> Candidate.of(unit, "", Proposal.Kind.UNIT, 0));
		}
		return Stream.empty();
	}
}
