// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.rename;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.ide.names.NameIndex;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.names.Symbol;
import org.meterwright.dsl.ide.names.SymbolKind;
import org.meterwright.dsl.ide.quickfix.TextEdit;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Renames something everywhere. The outcome is proved before it is offered: the changed texts are read again, and every name in them must
 * mean what it meant before.
 */
public final class Rename {
	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
	private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(-[A-Za-z0-9]+)*");
	private static final Set<SymbolKind> DOTTED = Set.of(SymbolKind.COMPANION);
	private final Collection<SyntaxFile> files;
	private final Function<String, Optional<String>> texts;
	private final NameIndex index;

	/**
	 * Makes the service.
	 *
	 * @param files the files, without the library
	 * @param texts gives the text of a file by name
	 * @param index names of the files
	 */
	public Rename(Collection<SyntaxFile> files, Function<String, Optional<String>> texts, NameIndex index) {
		this.files = files;
		this.texts = texts;
		this.index = index;
	}

	/** Returns the name at a place that can be renamed; nothing where there is none. */
	public Optional<Occurrence> at(String file, int offset) {
		Optional<Symbol> symbol = index.symbol(file, offset);
		return symbol.isPresent() && refusal(symbol.get()).isEmpty() ? index.name(file, offset) : Optional.empty();
	}

	private Optional<String> refusal(Symbol symbol) {
		List<Occurrence> declared = index.declarations(symbol);
		if (declared.isEmpty()) {
			return Optional.of("%s is declared nowhere".formatted(symbol));
		}
		boolean library = declared.stream().anyMatch(place -> place.file().startsWith(LibraryFiles.PREFIX));
		return library ? Optional.of("%s belongs to the library, which cannot be changed".formatted(symbol)) : Optional.empty();
	}

	/** Renames what the name at a place stands for. */
	public Renaming rename(String file, int offset, String newName) {
		Optional<Symbol> symbol = index.symbol(file, offset);
		if (symbol.isEmpty()) {
			return Renaming.refused("there is no name here that could be changed");
		}
		Optional<String> problem = refusal(symbol.get()).or(() -> wrongName(symbol.get(), newName));
		return problem.map(Renaming::refused).orElseGet(() -> proved(symbol.get(), newName));
	}

	private static Optional<String> wrongName(Symbol symbol, String newName) {
		if (symbol.name().equals(newName)) {
			return Optional.of("this is its name already");
		}
		Pattern pattern = symbol.kind() == SymbolKind.TYPE ? TYPE_NAME : NAME;
		if (symbol.kind() == SymbolKind.ATTRIBUTE && symbol.name().equals("logical_name")) {
			return Optional.of("the first attribute of every class is called logical_name");
		}
		if (DOTTED.contains(symbol.kind())) {
			return Optional.of("the name of a companion is part of its namespace; change it in the text");
		}
		if (!pattern.matcher(newName).matches()) {
			return Optional.of("'%s' is no name: a name has letters, digits and _, and begins with no digit".formatted(newName));
		}
		return symbol.kind() == SymbolKind.BINDER && Keywords.isKeyword(newName) ? Optional.of("%s is a word of the language and cannot stand in a logical name".formatted(newName))
				: Optional.empty();
	}

	private Renaming proved(Symbol symbol, String newName) {
		Renaming renaming = new Renaming(edits(symbol, newName), Optional.empty());
		Map<String, String> changed = renaming.applied(texts);
		List<SyntaxFile> after = new ArrayList<>();
		for (SyntaxFile file : files) {
			String text = changed.get(file.name());
			after.add(text == null ? file : CosemLanguage.parser().parse(file.name(), text, false));
		}
		try {
			NameIndex renamed = new NameIndex(after, name -> Optional.ofNullable(changed.get(name)).or(() -> texts.apply(name)));
			Optional<String> problem = newErrors(after, changed).or(() -> new SameMeaning(index, renamed).difference(symbol, newName, changed.keySet(), files));
			return problem.map(Renaming::refused).orElse(renaming);
		} finally {
			// A tree tells its file by an adapter; the unchanged ones keep theirs.
			after.clear();
		}
	}

	private Optional<String> newErrors(List<SyntaxFile> after, Map<String, String> changed) {
		Map<String, Integer> before = new HashMap<>();
		files.forEach(file -> before.put(file.name(), file.errors().size()));
		return after.stream().filter(file -> changed.containsKey(file.name()) && file.errors().size() > before.getOrDefault(file.name(), 0)).findFirst()
				.map(file -> "the text would not be understood any more in %s line %d".formatted(file.name(), file.errors().getFirst().line()));
	}

	private SequencedMap<String, List<TextEdit>> edits(Symbol symbol, String newName) {
		SequencedMap<String, List<TextEdit>> edits = new LinkedHashMap<>();
		for (Occurrence place : index.occurrences(symbol, false).reversed()) {
			String text = texts.apply(place.file()).orElse("");
			edits.computeIfAbsent(place.file(), file -> new ArrayList<>()).add(new TextEdit(place.offset(), place.length(), Keywords.escaped(text, place.offset(), newName)));
		}
		SequencedMap<String, List<TextEdit>> sorted = new LinkedHashMap<>();
		edits.keySet().stream().sorted().forEach(file -> sorted.put(file, List.copyOf(edits.get(file))));
		return sorted;
	}
}
