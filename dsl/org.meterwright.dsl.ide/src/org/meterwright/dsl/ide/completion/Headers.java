// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.elaborate.ObisDictionaries;
import org.meterwright.dsl.ide.completion.Expected.Following;
import org.meterwright.dsl.ide.text.Lexeme;
import org.meterwright.dsl.ide.text.Lexing;

/** What stands in the heads of declarations: classes, logical names, versions, namespaces. */
final class Headers {
	private static final int LINE = 200;
	private final Setting setting;
	private final String text;
	private final int cursor;

	Headers(Setting setting, Things things, String text, int cursor) {
		this.setting = setting;
		this.text = text;
		this.cursor = cursor;
	}

	private Map<String, List<ClassDecl>> visibleClasses() {
		Declarations declarations = setting.meanings().table().declarations();
		Map<String, List<ClassDecl>> found = new LinkedHashMap<>();
		for (Map.Entry<String, List<EObject>> each : declarations.all(Sort.CLASS).entrySet()) {
			List<ClassDecl> versions = each.getValue().stream().map(ClassDecl.class::cast).toList();
			String name = versions.getFirst().getName();
			boolean visible = setting.meanings().table().find(Sort.CLASS, setting.root(), name, ClassDecl.class).filter(versions::contains).isPresent();
			found.put(visible ? name : each.getKey(), versions);
		}
		return found;
	}

	/** Offers the names of classes. */
	Stream<Candidate> classNames() {
		return visibleClasses().entrySet().stream().map(each -> Candidate.of(each.getKey(), "class %s".formatted(each.getValue().getFirst().getClassId()), Proposal.Kind.CLASS,
				each.getKey().indexOf('.') < 0 ? 2 : 5).documented(TypeWords.documentation(each.getValue().getLast())));
	}

	/** Offers classes as the head of an object wants them: with the version where there is a choice; those first that fit the logical name. */
	Stream<Candidate> classes() {
		Optional<LogicalName> name = following().filter(token -> token.sort() == Lexeme.Sort.LOGICAL_NAME).flatMap(token -> plain(token.text()));
		boolean versionFollows = following().filter(token -> token.is("version")).isPresent();
		return visibleClasses().entrySet().stream().flatMap(each -> {
			int rank = rank(each.getValue().getFirst(), name) + (each.getKey().indexOf('.') < 0 ? 0 : 2);
			Stream<Candidate> plain = Stream.of(candidate(each.getKey(), each.getValue().getLast(), each.getValue().size() == 1 || versionFollows ? rank : rank + 1));
			Stream<Candidate> versions = each.getValue().size() == 1 || versionFollows ? Stream.empty()
					: each.getValue().stream().map(declared -> candidate("%s version %s".formatted(each.getKey(), declared.getVersion()), declared, rank));
			return Stream.concat(versions, plain);
		});
	}

	private static Candidate candidate(String label, ClassDecl declared, int rank) {
		return Candidate.of(label, "class %s".formatted(declared.getClassId()), Proposal.Kind.CLASS, rank).documented(TypeWords.documentation(declared));
	}

	private static int rank(ClassDecl declared, Optional<LogicalName> name) {
		if (name.isEmpty()) {
			return 2;
		}
		return switch (ObisDictionaries.standard().fits(Integer.parseInt(declared.getClassId()), name.get())) {
			case FITS -> 0;
			case FREE, UNKNOWN -> 2;
			case WRONG_CLASS -> 4;
		};
	}

	/** Returns the first token behind the cursor in its line. */
	private Optional<Lexeme> following() {
		int end = Math.min(text.length(), cursor + LINE);
		int line = text.indexOf('\n', cursor);
		return Lexing.of(text.substring(cursor, line < 0 ? end : Math.min(end, line))).lexemes().stream().findFirst();
	}

	/** Reads a logical name; a variable in it counts as 1. */
	static Optional<LogicalName> plain(String text) {
		try {
			return text == null ? Optional.empty() : Optional.of(LogicalName.valueOf(text.replaceAll("\\{[^}]*\\}", "1")));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** Offers the logical names that the dictionary has for the object's class. */
	Stream<Candidate> logicalNames() {
		Optional<Integer> classId = setting.objectClass().map(ClassDecl::getClassId).map(Integer::valueOf);
		return classId.stream().flatMap(id -> LogicalNameProposals.candidates(Set.of(id), ""));
	}

	/** Offers the versions of the class that stands there. */
	Stream<Candidate> versions() {
		Optional<ObjectDecl> object = setting.object();
		return object.map(ObjectDecl::getInterfaceClass).stream().flatMap(name -> visibleClasses().getOrDefault(name, List.of()).stream())
				.map(declared -> Candidate.of(declared.getVersion(), "version", Proposal.Kind.VALUE, 0));
	}

	/** Offers namespaces. */
	Stream<Candidate> imports(Following following) {
		if (!following.has("Import.name")) {
			return Stream.empty();
		}
		return setting.meanings().table().declarations().namespaces().stream().filter(name -> !name.isEmpty())
				.map(name -> Candidate.of(name + ".*", "namespace", Proposal.Kind.NAME, 0));
	}

	/** Offers meters and companions. */
	Stream<Candidate> bases(Following following) {
		boolean meters = following.has("MeterDecl.base", "LayerDecl.target", "ScenarioDecl.meter");
		boolean companions = following.has("Conformance.profile", "CompanionDecl.base", "LayerDecl.target");
		Stream<Candidate> found = meters ? declared(Sort.METER, "meter") : Stream.empty();
		return companions ? Stream.concat(found, declared(Sort.COMPANION, "companion")) : found;
	}

	private Stream<Candidate> declared(Sort sort, String word) {
		return setting.meanings().table().declarations().all(sort).entrySet().stream().map(each -> {
			String name = String.valueOf(each.getValue().getFirst().eGet(each.getValue().getFirst().eClass().getEStructuralFeature("name")));
			boolean visible = setting.meanings().table().find(sort, setting.root(), name, EObject.class).isPresent();
			return Candidate.of(visible ? name : each.getKey(), word, Proposal.Kind.NAME, 0);
		});
	}

	/** Offers the rest of a qualified name behind a dot. */
	Stream<Candidate> qualified() {
		String stem = stem();
		Stream<String> spaces = setting.meanings().table().declarations().namespaces().stream().map(space -> space + ".*");
		return Stream.concat(spaces, names()).distinct().filter(name -> name.startsWith(stem)).map(name -> Candidate.of(name.substring(stem.length()), "", Proposal.Kind.NAME, 0));
	}

	private Stream<String> names() {
		return Stream.of(Sort.values()).flatMap(sort -> setting.meanings().table().declarations().names(sort).stream());
	}

	private String stem() {
		StringBuilder stem = new StringBuilder();
		for (Lexeme token : setting.excerpt().tokens().reversed()) {
			boolean part = token.is(".") ? stem.isEmpty() || stem.charAt(0) != '.' : token.isName() && !stem.isEmpty() && stem.charAt(0) == '.';
			if (!part) {
				break;
			}
			stem.insert(0, token.text());
		}
		return stem.toString();
	}
}
