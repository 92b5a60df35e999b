// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.Conformance;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.ScenarioDecl;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;

/** What the library and a set of files declare; scopes are put together when they are first asked for. */
public final class NameTable {
	private final Declarations declarations;
	private final List<SyntaxFile> files;
	private final Map<EObject, Scope> scopes = new IdentityHashMap<>();
	private final Map<EObject, Set<String>> open = new IdentityHashMap<>();

	/** Makes the table of files; the library's are added. */
	public NameTable(Collection<SyntaxFile> own) {
		List<SyntaxFile> all = new ArrayList<>(LibraryFiles.files());
		all.addAll(own);
		this.files = List.copyOf(all);
		this.declarations = new Declarations(all);
	}

	/** Returns the top-level declarations. */
	public Declarations declarations() {
		return declarations;
	}

	/** Returns the files, the library's first. */
	public List<SyntaxFile> files() {
		return files;
	}

	/** Finds a top-level declaration as a file sees it. */
	public <T extends EObject> Optional<T> find(Sort sort, EObject from, String name, Class<T> type) {
		return name == null ? Optional.empty()
				: SyntaxFile.find(from).flatMap(file -> declarations.find(sort, file, name).stream().findFirst()).filter(type::isInstance).map(type::cast);
	}

	/** Finds the class of a name in the version that is written, else its newest version. */
	public Optional<ClassDecl> interfaceClass(EObject from, String name, String version) {
		if (name == null) {
			return Optional.empty();
		}
		List<ClassDecl> versions = SyntaxFile.find(from).stream().flatMap(file -> declarations.find(Sort.CLASS, file, name).stream()).map(ClassDecl.class::cast).toList();
		return versions.stream().filter(each -> each.getVersion() != null && each.getVersion().equals(version)).findFirst()
				.or(() -> versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast()));
	}

	/** Finds the class of an object. */
	public Optional<ClassDecl> classOf(ObjectDecl object) {
		return interfaceClass(object, object.getInterfaceClass(), object.getVersion());
	}

	/** Returns the members of a class: its own, and those that it takes over and does not say anew. */
	public List<ClassMember> members(ClassDecl declared) {
		Map<String, ClassMember> members = new LinkedHashMap<>();
		collect(declared, members, new LinkedHashSet<>());
		return List.copyOf(members.values());
	}

	private void collect(ClassDecl declared, Map<String, ClassMember> members, Set<ClassDecl> seen) {
		if (!seen.add(declared)) {
			return;
		}
		declared.getMembers().stream().filter(member -> member.getName() != null).forEach(member -> members.putIfAbsent(member.getName(), member));
		find(Sort.CLASS, declared, declared.getBase(), ClassDecl.class).ifPresent(base -> collect(base, members, seen));
	}

	/** Returns the scope of the meter or companion that a node stands in; a layer sees what its target sees. */
	public Optional<Scope> scope(EObject node) {
		for (EObject at = node; at != null; at = at.eContainer()) {
			switch (at) {
				case MeterDecl meter -> {
					return Optional.of(of(meter));
				}
				case CompanionDecl companion -> {
					return Optional.of(of(companion));
				}
				case LayerDecl layer -> {
					return target(layer).map(this::of);
				}
				case ScenarioDecl scenario -> {
					return find(Sort.METER, scenario, scenario.getMeter(), MeterDecl.class).map(this::of);
				}
				default -> {
					// Further up.
				}
			}
		}
		return Optional.empty();
	}

	private Optional<? extends EObject> target(LayerDecl layer) {
		return layer.isCompanion() ? find(Sort.COMPANION, layer, layer.getTarget(), CompanionDecl.class) : find(Sort.METER, layer, layer.getTarget(), MeterDecl.class);
	}

	private Scope of(EObject owner) {
		Scope known = scopes.get(owner);
		if (known == null) {
			List<EObject> chain = chain(owner);
			Map<EObject, List<EObject>> parts = new LinkedHashMap<>();
			chain.forEach(each -> parts.put(each, parts(each)));
			known = new Scope(chain, parts);
			scopes.put(owner, known);
		}
		return known;
	}

	private List<EObject> chain(EObject owner) {
		Set<EObject> chain = new LinkedHashSet<>();
		if (owner instanceof CompanionDecl companion) {
			companion(companion, chain);
			return List.copyOf(chain);
		}
		List<MeterDecl> meters = new ArrayList<>();
		Optional<MeterDecl> at = Optional.of((MeterDecl) owner);
		while (at.isPresent() && !meters.contains(at.get())) {
			meters.addFirst(at.get());
			at = find(Sort.METER, at.get(), at.get().getBase(), MeterDecl.class);
		}
		for (MeterDecl meter : meters) {
			for (Conformance conformance : meter.getConforms()) {
				find(Sort.COMPANION, conformance, conformance.getProfile(), CompanionDecl.class).ifPresent(companion -> companion(companion, chain));
			}
		}
		chain.addAll(meters);
		return List.copyOf(chain);
	}

	private void companion(CompanionDecl companion, Set<EObject> chain) {
		List<CompanionDecl> bases = new ArrayList<>();
		Optional<CompanionDecl> at = Optional.of(companion);
		while (at.isPresent() && !bases.contains(at.get())) {
			bases.addFirst(at.get());
			at = find(Sort.COMPANION, at.get(), at.get().getBase(), CompanionDecl.class);
		}
		chain.addAll(bases);
	}

	private List<EObject> parts(EObject owner) {
		Stream<? extends EObject> own = owner instanceof MeterDecl meter ? meter.getItems().stream() : ((CompanionDecl) owner).getItems().stream();
		Stream<? extends EObject> added = layers(owner).stream().flatMap(layer -> layer.getItems().stream());
		return Stream.concat(own, added).map(EObject.class::cast).toList();
	}

	private List<LayerDecl> layers(EObject owner) {
		return declarations.layers().stream().filter(layer -> target(layer).filter(target -> target == owner).isPresent()).toList();
	}

	/** Returns the scopes of the meters that extend a meter. */
	List<Scope> heirs(EObject owner) {
		return declarations.all(Sort.METER).values().stream().flatMap(List::stream).filter(meter -> meter != owner && chain(meter).contains(owner)).map(this::of).toList();
	}

	/** Returns the names that an abstract meter uses and leaves to its heirs to declare. */
	Set<String> openNames(EObject owner) {
		if (!(owner instanceof MeterDecl meter) || !meter.isAbstract()) {
			return Set.of();
		}
		Set<String> known = open.get(owner);
		if (known == null) {
			known = new LinkedHashSet<>();
			Scope scope = of(owner);
			List<EObject> parts = parts(owner);
			for (EObject part : parts) {
				for (Segment head : EcoreUtil2.eAllOfType(part, Segment.class)) {
					if (head.getName() != null && head.eContainer() instanceof Ref ref && ref.getSegments().getFirst() == head && scope.all(head.getName()).isEmpty()) {
						known.add(head.getName());
					}
				}
			}
			open.put(owner, known);
		}
		return known;
	}

	/** Returns the qualified name of a top-level declaration. */
	static String qualified(EObject declaration) {
		String namespace = SyntaxFile.find(declaration).map(SyntaxFile::namespace).orElse("");
		String name = switch (declaration) {
			case ClassDecl it -> it.getName();
			case MeterDecl it -> it.getName();
			case CompanionDecl it -> it.getName();
			default -> String.valueOf(declaration.eGet(declaration.eClass().getEStructuralFeature("name")));
		};
		return name == null ? "" : Declarations.qualified(namespace, name);
	}
}
