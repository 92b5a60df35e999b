// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.Element;
import org.meterwright.dsl.cosemDsl.Import;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObisDecl;
import org.meterwright.dsl.cosemDsl.ObisGroupDecl;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * What the files of a workspace declare, by qualified name. Names are looked up in the own namespace, then in the imports, then in the
 * library's {@code cosem}, then as they stand. Nothing depends on the order of the files.
 */
public final class Declarations {
	/** Namespace that needs no import. */
	public static final String LIBRARY = "cosem";

	/** What a name may stand for at the top level. */
	public enum Sort {
		/** Interface class; several versions share a name. */
		CLASS("class"),
		/** Type. */
		TYPE("type"),
		/** Unit. */
		UNIT("unit"),
		/** Companion. */
		COMPANION("companion"),
		/** Meter. */
		METER("meter"),
		/** Named values of a value group of logical names. */
		OBIS_GROUP("obis group");

		private final String word;

		Sort(String word) {
			this.word = word;
		}

		/** Returns the word for users. */
		public String word() {
			return word;
		}
	}

	private final List<SyntaxFile> files;
	private final Map<Sort, Map<String, List<EObject>>> byName;
	private final List<LayerDecl> layers;
	private final List<ObisDecl> obis;
	private final Set<String> namespaces;
	private final Set<Import> used = new LinkedHashSet<>();
	private final Set<SyntaxFile> touched = new LinkedHashSet<>();
	/** What was asked before: the account knows its files and imports already. */
	private final Map<Question, List<EObject>> found = new HashMap<>();

	private record Question(Sort sort, SyntaxFile from, String name) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Question question && sort == question.sort && from == question.from && Objects.equals(name, question.name);
		}

		@Override
		public int hashCode() {
			return (sort.ordinal() * 31 + Objects.hashCode(from)) * 31 + Objects.hashCode(name);
		}
	}

	/** Indexes files. */
	public Declarations(Collection<SyntaxFile> files) {
		this.byName = new LinkedHashMap<>();
		this.layers = new ArrayList<>();
		this.obis = new ArrayList<>();
		this.namespaces = new LinkedHashSet<>();
		this.files = files.stream().sorted(Comparator.comparing(SyntaxFile::isLibrary).reversed().thenComparing(SyntaxFile::name)).toList();
		for (Sort sort : Sort.values()) {
			byName.put(sort, new LinkedHashMap<>());
		}
		for (SyntaxFile file : this.files) {
			namespaces.add(file.namespace());
			for (Element element : file.root().getElements()) {
				declare(file, element);
			}
		}
	}

	private Declarations(Declarations others) {
		this.files = others.files;
		this.byName = others.byName;
		this.layers = others.layers;
		this.obis = others.obis;
		this.namespaces = others.namespaces;
	}

	/** Returns the same declarations with an account of their own of the files and imports that look-ups go through. */
	public Declarations account() {
		return new Declarations(this);
	}

	/** Returns the files that look-ups began in or led to. */
	public Set<SyntaxFile> touched() {
		return touched;
	}

	/** Takes a file into the account. */
	public void touch(SyntaxFile file) {
		touched.add(file);
	}

	/** Returns the imports that look-ups went through. */
	public Set<Import> used() {
		return used;
	}

	/** Takes imports into the account. */
	public void use(Collection<Import> imports) {
		used.addAll(imports);
	}

	/** Takes files out of the account that came after the declarations were indexed: they may be of a text that is gone soon. */
	void forgetLater() {
		Set<SyntaxFile> known = new HashSet<>(files);
		touched.retainAll(known);
		found.keySet().removeIf(question -> !known.contains(question.from()));
	}

	private void declare(SyntaxFile file, Element element) {
		switch (element) {
			case ClassDecl it -> add(Sort.CLASS, file, it.getName(), it);
			case TypeDecl it -> add(Sort.TYPE, file, it.getName(), it);
			case UnitDecl it -> add(Sort.UNIT, file, it.getName(), it);
			case CompanionDecl it -> add(Sort.COMPANION, file, it.getName(), it);
			case MeterDecl it -> add(Sort.METER, file, it.getName(), it);
			case ObisGroupDecl it -> add(Sort.OBIS_GROUP, file, it.getName(), it);
			case LayerDecl it -> layers.add(it);
			case ObisDecl it -> obis.add(it);
			default -> {
				// scenarios have no name that others use
			}
		}
	}

	private void add(Sort sort, SyntaxFile file, String name, EObject declaration) {
		if (name != null) {
			byName.get(sort).computeIfAbsent(qualified(file.namespace(), name), key -> new ArrayList<>(1)).add(declaration);
		}
	}

	/** Joins a namespace and a name; a companion's name that has dots stands for itself. */
	public static String qualified(String namespace, String name) {
		return namespace.isEmpty() || name.indexOf('.') >= 0 ? name : namespace + "." + name;
	}

	/** Finds the declarations that a name means in a file; several for the versions of a class or for an ambiguous name. */
	public List<EObject> find(Sort sort, SyntaxFile from, String name) {
		return found.computeIfAbsent(new Question(sort, from, name), this::answer);
	}

	private List<EObject> answer(Question question) {
		SyntaxFile from = question.from();
		List<EObject> found = peek(question.sort(), from, question.name());
		touched.add(from);
		found.forEach(each -> touched.add(SyntaxFile.of(each)));
		return found;
	}

	/** Finds as {@link #find} does, without taking the files into the account. */
	List<EObject> peek(Sort sort, SyntaxFile from, String name) {
		Map<String, List<EObject>> names = byName.get(sort);
		List<EObject> own = names.getOrDefault(from.namespace().isEmpty() ? name : from.namespace() + "." + name, List.of());
		if (!own.isEmpty()) {
			return own;
		}
		List<EObject> imported = imported(names, from, name);
		if (!imported.isEmpty()) {
			return imported;
		}
		List<EObject> library = names.getOrDefault(LIBRARY + "." + name, List.of());
		return library.isEmpty() ? names.getOrDefault(name, own) : library;
	}

	private List<EObject> imported(Map<String, List<EObject>> names, SyntaxFile from, String name) {
		Set<EObject> found = new LinkedHashSet<>();
		for (Import each : from.root().getImports()) {
			String what = each.getName();
			if (what == null) {
				continue;
			}
			String full = what.endsWith(".*") ? what.substring(0, what.length() - 1) + name : lastOf(what, name);
			List<EObject> here = names.getOrDefault(full, List.of());
			if (!here.isEmpty()) {
				used.add(each);
				found.addAll(here);
			} else if (names.containsKey(name) && name.startsWith(what.replace("*", ""))) {
				used.add(each);
			}
		}
		return List.copyOf(found);
	}

	private static String lastOf(String what, String name) {
		return what.equals(name) || what.endsWith("." + name) ? what : "";
	}

	/** Tells whether a lookup went through an import. */
	public boolean isUsed(Import each) {
		return used.contains(each);
	}

	/** Tells whether something exists that an import names. */
	public boolean exists(String imported) {
		String prefix = imported.endsWith(".*") ? imported.substring(0, imported.length() - 2) : imported;
		if (namespaces.contains(prefix)) {
			return true;
		}
		String inside = prefix + ".";
		boolean wildcard = imported.endsWith(".*");
		return byName.values().stream().flatMap(names -> names.keySet().stream())
				.anyMatch(name -> name.equals(prefix) || wildcard && name.startsWith(inside));
	}

	/** Returns the qualified names of a sort, for completion and suggestions. */
	public Collection<String> names(Sort sort) {
		return byName.get(sort).keySet();
	}

	/** Returns all declarations of a sort, by qualified name. */
	public Map<String, List<EObject>> all(Sort sort) {
		return byName.get(sort);
	}

	/** Returns the layers ({@code extend meter}) in order of file name and place. */
	public List<LayerDecl> layers() {
		return layers;
	}

	/** Returns the entries of the OBIS dictionary, in order of file name and place. */
	public List<ObisDecl> obis() {
		return obis;
	}

	/** Tells whether an import brings entries of the OBIS dictionary, which names do not ask for. */
	public boolean hasObis(String imported) {
		String namespace = imported.replaceFirst("\\.\\*$", "");
		return obis.stream().anyMatch(each -> SyntaxFile.of(each).namespace().equals(namespace));
	}

	/** Returns the files, library first, then by name. */
	public List<SyntaxFile> files() {
		return files;
	}

	/** Returns the namespaces. */
	public Set<String> namespaces() {
		return namespaces;
	}
}
