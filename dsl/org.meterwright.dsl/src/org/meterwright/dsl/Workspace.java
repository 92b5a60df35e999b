// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.CosemPackage;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.Patch;
import org.meterwright.dsl.syntax.ProjectFiles;
import org.meterwright.dsl.syntax.Repair;
import org.meterwright.dsl.syntax.SourceText;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.dsl.syntax.SyntaxParser;

/**
 * The texts that belong together: files that the user gives, and beside and below them the files of the same namespace and of those that
 * are imported. Texts of open editors stand in for their files. A file keeps its tree until its text changes. A text that has to be read
 * as a whole, such as one with syntax errors, is read when somebody asks for its tree: the next key may make that needless.
 */
public final class Workspace {
	private final SyntaxParser parser = CosemLanguage.parser();
	private final Compiler compiler = new Compiler(this::repair);
	private final Map<String, String> texts = new HashMap<>();
	private final Map<SyntaxFile, Repair> repairs = new IdentityHashMap<>();
	private final Map<String, SyntaxFile> files = new TreeMap<>();
	/** Of each file the newest state without syntax errors, which an edit makes into the next one. */
	private final Map<String, SyntaxFile> sound = new HashMap<>();
	private final Set<String> wanted = new LinkedHashSet<>();
	/** Texts that nobody has asked for since they came. */
	private final Map<String, SourceText> unread = new TreeMap<>();

	/**
	 * Opens files and folders; a folder stands for all {@code .cosem} files below it.
	 *
	 * @throws IOException when a file or folder that was given cannot be read; the message names it
	 */
	public static Workspace open(List<Path> inputs) throws IOException {
		return of(ProjectFiles.read(inputs));
	}

	/**
	 * Takes texts that were read already, and parses them side by side, with the library. The meters of those that the user gave are wanted.
	 */
	public static Workspace of(List<SourceText> texts) {
		CosemPackage.eINSTANCE.eClass();
		ForkJoinPool.commonPool().execute(LibraryFiles::files);
		Workspace workspace = new Workspace();
		List<SyntaxFile> parsed = SideBySide.map(texts, workspace::parse);
		for (int i = 0; i < texts.size(); i++) {
			SourceText text = texts.get(i);
			workspace.put(text.name(), parsed.get(i), text.problem().isPresent() ? "" : text.text());
			if (text.given()) {
				workspace.wanted.add(text.name());
			}
		}
		return workspace;
	}

	/** Begins in the background what every workspace needs. A program that is sure to open one calls this first, and has other things to do until then. */
	public static void begin() {
		ForkJoinPool.commonPool().execute(() -> {
			CosemLanguage.parser();
			CosemPackage.eINSTANCE.eClass();
			LibraryFiles.files();
		});
	}

	/** Puts a text in, or in the place of the one that has this name. Its meters are wanted. */
	public void put(String name, String text) {
		SourceText source = SourceText.of(name, text);
		Optional<SyntaxFile> patched = source.problem().isPresent() ? Optional.empty() : sound(name).flatMap(file -> Patch.of(parser, file, text));
		unread.put(name, source);
		patched.ifPresent(file -> put(name, file, text));
		wanted.add(name);
	}

	private SyntaxFile parse(SourceText text) {
		SyntaxFile file = parser.parse(text.name(), text.text(), false);
		return text.problem().map(file::damaged).orElse(file);
	}

	/** Reads what came and could not be told from what was there. */
	private void readAll() {
		List.copyOf(unread.values()).forEach(each -> put(each.name(), parse(each), each.problem().isPresent() ? "" : each.text()));
	}

	private void put(String name, SyntaxFile file, String text) {
		unread.remove(name);
		repairs.remove(files.put(name, file));
		if (file.errors().isEmpty()) {
			sound.put(name, file);
			texts.remove(name);
		} else {
			texts.put(name, text);
		}
	}

	/** Mends a file that has syntax errors, once. */
	private Repair repair(SyntaxFile broken) {
		Repair known = repairs.get(broken);
		if (known == null) {
			known = Repair.of(parser, broken, texts.getOrDefault(broken.name(), ""), sound(broken.name()));
			repairs.put(broken, known);
			if (!known.none()) {
				sound.put(broken.name(), known.file());
			}
		}
		return known;
	}

	private Optional<SyntaxFile> sound(String name) {
		return Optional.ofNullable(sound.get(name));
	}

	/** Takes a file out. */
	public void remove(String name) {
		unread.remove(name);
		repairs.remove(files.remove(name));
		texts.remove(name);
		sound.remove(name);
		wanted.remove(name);
	}

	/** Finds a file. */
	public Optional<SyntaxFile> file(String name) {
		readAll();
		return Optional.ofNullable(files.get(name));
	}

	/**
	 * Returns the files by name, each as it was when it last had no syntax errors: what the texts declare, apart from what is being written. A
	 * file that never was without is given as it is.
	 */
	public Collection<SyntaxFile> soundFiles() {
		if (!sound.keySet().containsAll(unread.keySet())) {
			readAll();
		}
		Map<String, SyntaxFile> all = new TreeMap<>(files);
		all.putAll(sound);
		return List.copyOf(all.values());
	}

	/** Returns the files by name. */
	public Collection<SyntaxFile> files() {
		readAll();
		return List.copyOf(files.values());
	}

	/** Keeps what makes the next edit cheap, where texts are compiled again and again: it costs memory. */
	public Workspace edited() {
		compiler.keep();
		return this;
	}

	/** Compiles with all checks. */
	public Compilation compile() {
		return compile(Checks.ALL);
	}

	/** Compiles. */
	public Compilation compile(Checks checks) {
		return compile(checks, Wanted.ALL);
	}

	/** Returns the namespace of a file; with syntax errors also the one that is left when it is mended. */
	private Stream<String> namespaces(SyntaxFile file) {
		return file.errors().isEmpty() ? Stream.of(file.namespace()) : Stream.of(file.namespace(), repair(file).file().namespace());
	}

	/** Compiles some of the meters. */
	public Compilation compile(Checks checks, Wanted meters) {
		readAll();
		Set<String> namespaces = wanted.stream().map(files::get).flatMap(this::namespaces).collect(Collectors.toSet());
		return compiler.compile(files.values(), namespaces, checks, meters);
	}
}
