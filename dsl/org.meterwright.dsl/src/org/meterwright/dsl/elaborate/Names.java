// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Resolves the names of top-level declarations, with one finding for each that means nothing or too much. */
public final class Names {
	private final Declarations declarations;
	private final Report report;
	private final Links links;
	private record ClassName(SyntaxFile file, String name, Optional<String> version, Optional<String> preferred) {
	}

	private final Map<LayerDecl, List<EObject>> targets = new IdentityHashMap<>();
	private final Map<ClassName, ClassDecl> classes = new HashMap<>();

	/** Makes a resolver. */
	public Names(Declarations declarations, Report report, Links links) {
		this.declarations = declarations;
		this.report = report;
		this.links = links;
	}

	/** Returns the declarations. */
	public Declarations declarations() {
		return declarations;
	}

	/** Resolves a name that must mean one thing. */
	public <T extends EObject> Optional<T> one(Sort sort, EObject node, EStructuralFeature feature, String name, Class<T> type) {
		if (name == null) {
			return Optional.empty();
		}
		List<EObject> found = declarations.find(sort, SyntaxFile.of(node), name);
		if (found.isEmpty()) {
			unknown(sort, node, feature, name);
			return Optional.empty();
		}
		if (found.size() > 1) {
			report.report("MW-LANG-003", node, feature, "%s %s is declared in %s; write the namespace before it".formatted(sort.word(), name, places(found)));
		}
		links.add(node, feature, found.getFirst());
		return Optional.of(type.cast(found.getFirst()));
	}

	/** Resolves the name of an interface class in the version that is written, or in its only one. */
	public Optional<ClassDecl> interfaceClass(EObject node, EStructuralFeature feature, String name, Optional<String> version, Optional<String> preferred) {
		ClassName key = new ClassName(SyntaxFile.of(node), name, version, preferred);
		ClassDecl known = classes.get(key);
		if (known != null) {
			links.add(node, feature, known);
			return Optional.of(known);
		}
		Optional<ClassDecl> found = findClass(node, feature, name, version, preferred);
		found.ifPresent(each -> classes.put(key, each));
		return found;
	}

	private Optional<ClassDecl> findClass(EObject node, EStructuralFeature feature, String name, Optional<String> version, Optional<String> preferred) {
		List<ClassDecl> found = classes(node, feature, name);
		Optional<String> wanted = version.or(() -> found.size() > 1 ? preferred : Optional.empty());
		List<ClassDecl> fitting = found.stream().filter(each -> wanted.isEmpty() || number(each.getVersion()) == number(wanted.get())).toList();
		if (found.isEmpty()) {
			return Optional.empty();
		}
		String versions = found.stream().map(ClassDecl::getVersion).distinct().collect(Collectors.joining(", "));
		if (fitting.isEmpty()) {
			report.report("MW-LANG-005", node, feature, "class %s has no version %s; it has %s".formatted(name, wanted.orElse(""), versions), versions.split(", "));
			return Optional.empty();
		}
		if (fitting.size() > 1) {
			boolean same = fitting.stream().map(ClassDecl::getVersion).distinct().count() == 1;
			String message = same ? "class %s version %s is declared twice: %s".formatted(name, fitting.getFirst().getVersion(), places(List.copyOf(fitting)))
					: "class %s has several versions; write version %s".formatted(name, versions.replaceAll(", (\\d+)$", " or $1"));
			report.report(same ? "MW-LANG-003" : "MW-LANG-006", node, feature, message, versions.split(", "));
			if (!same) {
				return Optional.empty();
			}
		}
		links.add(node, feature, fitting.getFirst());
		return Optional.of(fitting.getFirst());
	}

	private static int number(String text) {
		return Integer.parseInt(text);
	}

	/** Finds every version of a class; reports a name that means none. */
	public List<ClassDecl> classes(EObject node, EStructuralFeature feature, String name) {
		List<ClassDecl> found = declarations.find(Sort.CLASS, SyntaxFile.of(node), name).stream().map(ClassDecl.class::cast).toList();
		if (found.isEmpty()) {
			unknown(Sort.CLASS, node, feature, name);
		}
		return found;
	}

	/** Reports a name that means nothing, with the nearest one that does. */
	public void unknown(Sort sort, EObject node, EStructuralFeature feature, String name) {
		Optional<String> elsewhere = Suggest.namespaceOf(name, declarations.names(sort));
		if (elsewhere.isPresent()) {
			report.report("MW-LANG-002", node, feature, "no %s %s here; %s has one: write import %s.*".formatted(sort.word(), name, elsewhere.get(), elsewhere.get()),
					"import %s.*".formatted(elsewhere.get()));
			return;
		}
		Optional<String> near = Suggest.nearest(name, declarations.names(sort));
		report.report("MW-LANG-002", node, feature, "no %s %s%s".formatted(sort.word(), name, near.map("; did you mean %s?"::formatted).orElse("")),
				near.map(each -> new String[] { each }).orElse(new String[0]));
	}

	/** Returns what a layer extends. */
	List<EObject> targets(LayerDecl layer) {
		return targets.computeIfAbsent(layer,
				each -> declarations.peek(layer.isCompanion() ? Sort.COMPANION : Sort.METER, SyntaxFile.of(layer), layer.getTarget()));
	}

	private static String places(List<EObject> nodes) {
		return nodes.stream().map(node -> SyntaxFile.place(node, "written")).map(place -> "%s line %d".formatted(place.file(), place.line()))
				.collect(Collectors.joining(" and "));
	}
}
