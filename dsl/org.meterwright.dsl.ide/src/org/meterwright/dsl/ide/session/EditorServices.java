// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.xtext.parser.IParser;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.formatting2.TextFormatter;
import org.meterwright.dsl.ide.completion.Completion;
import org.meterwright.dsl.ide.completion.Hinting;
import org.meterwright.dsl.ide.completion.Proposal;
import org.meterwright.dsl.ide.hint.ParameterHint;
import org.meterwright.dsl.ide.hover.Hover;
import org.meterwright.dsl.ide.hover.Hovering;
import org.meterwright.dsl.ide.names.Meanings;
import org.meterwright.dsl.ide.names.NameIndex;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.names.Symbol;
import org.meterwright.dsl.ide.outline.Outline;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.dsl.ide.outline.OutlineKind;
import org.meterwright.dsl.ide.quickfix.TextEdit;
import org.meterwright.dsl.ide.rename.Rename;
import org.meterwright.dsl.ide.rename.Renaming;
import org.meterwright.dsl.ide.text.Relexing;
import org.meterwright.dsl.ide.view.Folding;
import org.meterwright.dsl.ide.view.Lens;
import org.meterwright.dsl.ide.view.Lenses;
import org.meterwright.dsl.ide.view.Search;
import org.meterwright.dsl.ide.view.Selections;
import org.meterwright.dsl.ide.view.SemanticKinds;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * What an editor asks for beyond a single text: references, rename, occurrences and the like. It works on the newest texts of a session
 * and keeps what it found out until one of them changes. All methods may be called from any thread.
 */
public final class EditorServices {
	/** No one reads more names than this. */
	private static final int MOST = 1000;
	private final EditingSession session;
	private Optional<Compilation> lensed = Optional.empty();
	private Optional<Lenses> lenses = Optional.empty();
	private List<SyntaxFile> files = List.of();
	private Map<String, String> texts = new HashMap<>();
	private Optional<NameIndex> index = Optional.empty();
	/** What completion knows: a text that is being written does not have to be read for it. */
	private List<SyntaxFile> soundFiles = List.of();
	private Optional<NameIndex> declared = Optional.empty();
	private final Relexing tokens = new Relexing();

	/** Makes the services of a session. */
	EditorServices(EditingSession session) {
		this.session = session;
	}

	/** Returns the names of the newest texts. */
	private NameIndex index() {
		List<SyntaxFile> now = session.names().stream().map(session::file).flatMap(Optional::stream).toList();
		if (index.isEmpty() || !same(files, now)) {
			files = now;
			texts = new HashMap<>();
			index = Optional.of(new NameIndex(now, this::text));
		}
		return index.get();
	}

	/** Returns what the texts declare, apart from what is being written. */
	private Meanings declared() {
		List<SyntaxFile> now = List.copyOf(session.soundFiles());
		if (declared.isEmpty() || !same(soundFiles, now)) {
			soundFiles = now;
			declared = Optional.of(new NameIndex(now, session::text));
		}
		return declared.get().meanings();
	}

	private static boolean same(Collection<SyntaxFile> one, Collection<SyntaxFile> other) {
		return one.equals(other);
	}

	/** Returns the newest text of a file, or of the library. */
	public synchronized Optional<String> text(String name) {
		return Optional.ofNullable(texts.computeIfAbsent(name, key -> session.text(key).orElse(null)));
	}

	/** Returns the declarations of what is named at a place; the effective one first. */
	public synchronized List<Occurrence> definitions(String name, int offset) {
		return index().symbol(name, offset).map(symbol -> index().declarations(symbol)).orElse(List.of());
	}

	/** Returns where what is named at a place is declared; it may be in the library. */
	public synchronized Optional<Origin> definition(String name, int offset) {
		return index().declaration(name, offset).map(node -> SyntaxFile.place(node, "definition"));
	}

	/** Returns all places that name what is named at a place, in order; those in the library where they are asked for. */
	public synchronized List<Occurrence> references(String name, int offset, boolean library) {
		return index().symbol(name, offset).map(symbol -> index().occurrences(symbol, library)).orElse(List.of());
	}

	/** Returns the places in the same text that name what is named at a place. */
	public synchronized List<Occurrence> occurrences(String name, int offset) {
		return index().symbol(name, offset).map(symbol -> index().occurrences(symbol, name)).orElse(List.of());
	}

	/** Proposes what may be written at a place, the best first. */
	public synchronized List<Proposal> complete(String name, int offset) {
		Meanings meanings = declared();
		return session.text(name).map(text -> LanguageServices.get().get(Completion.class).propose(text, offset, tokens.of(text), meanings)).orElse(List.of());
	}

	/** Says which field or parameter is being typed at a place. */
	public synchronized Optional<ParameterHint> hint(String name, int offset) {
		NameIndex names = index();
		return text(name).flatMap(text -> new Hinting(names.meanings()).at(text, offset));
	}

	/** Says what stands at a place, of the library too. */
	public synchronized Optional<Hover> hover(String name, int offset) {
		NameIndex names = index();
		return text(name).flatMap(text -> new Hovering(session.compilation(), names).at(text, name, offset));
	}

	/** Returns the outline of a text, of the library too. */
	public synchronized List<OutlineEntry> outline(String name) {
		Optional<SyntaxFile> file = name.startsWith(LibraryFiles.PREFIX) ? text(name).map(text -> CosemLanguage.parser().parse(name, text, true)) : session.file(name);
		return file.map(each -> Outline.of(each.root())).orElse(List.of());
	}

	/** Finds declarations by name: by its beginning, by beginnings of its words, or by letters in their order. */
	public synchronized List<FoundSymbol> find(String query) {
		List<FoundSymbol> found = new ArrayList<>();
		session.names().forEach(name -> outline(name).forEach(entry -> find(query, name, "", entry, found)));
		found.sort(Comparator.comparingInt((FoundSymbol each) -> Search.rank(query, each.label())).thenComparing(FoundSymbol::label).thenComparing(FoundSymbol::file));
		return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : List.copyOf(found);
	}

	private static void find(String query, String file, String container, OutlineEntry entry, List<FoundSymbol> found) {
		if (entry.kind() != OutlineKind.CONDITION && Search.rank(query, entry.label()) >= 0) {
			found.add(new FoundSymbol(entry.label(), entry.kind(), file, entry.nameOffset(), entry.nameLength(), container));
		}
		entry.children().forEach(child -> find(query, file, entry.label(), child, found));
	}

	/** Returns what can be folded in a text. */
	public synchronized List<Folding.Region> folding(String name) {
		return text(name).map(Folding::of).orElse(List.of());
	}

	/** Returns what a growing selection takes in, from the inside out. */
	public synchronized List<Selections.Range> selections(String name, int offset) {
		return text(name).map(text -> Selections.at(text, offset)).orElse(List.of());
	}

	/** Returns the tokens of a text with what they stand for. */
	public synchronized List<SemanticKinds.Token> tokens(String name) {
		NameIndex names = index();
		return text(name).map(text -> SemanticKinds.of(session.colours(text), names.names(name))).orElse(List.of());
	}

	/** Returns remarks on the objects of a text: octets in the tables, associations that see them. */
	public synchronized List<Lens> lenses(String name) {
		Compilation now = session.compilation();
		if (lensed.isEmpty() || lensed.get() != now) {
			lensed = Optional.of(now);
			lenses = Optional.of(new Lenses(now));
		}
		return session.file(name).map(file -> lenses.get().of(file)).orElse(List.of());
	}

	/** Returns the changes that lay a text out; none while it has syntax errors. */
	public synchronized List<TextEdit> format(String name) {
		return text(name).map(text -> new TextFormatter().edits(LanguageServices.get().get(IParser.class).parse(new StringReader(text))).stream()
				.map(edit -> new TextEdit(edit.offset(), edit.length(), edit.text())).toList()).orElse(List.of());
	}

	/** Returns the changes that put the imports of a text in order. */
	public synchronized List<TextEdit> organiseImports(String name) {
		Compilation now = session.compilation();
		return session.file(name).flatMap(file -> text(name).map(text -> Imports.organise(file, text, now))).orElse(List.of());
	}

	/** Returns what is named at a place. */
	public synchronized Optional<Symbol> symbol(String name, int offset) {
		return index().symbol(name, offset);
	}

	/** Returns the name at a place that can be changed. */
	public synchronized Optional<Occurrence> renameable(String name, int offset) {
		return rename().at(name, offset);
	}

	/** Renames what is named at a place in all texts, or says why that cannot be. */
	public synchronized Renaming rename(String name, int offset, String newName) {
		return rename().rename(name, offset, newName);
	}

	private Rename rename() {
		NameIndex names = index();
		return new Rename(files, this::text, names);
	}
}
