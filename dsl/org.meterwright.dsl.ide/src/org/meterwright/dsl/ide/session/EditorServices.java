// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.ide.names.NameIndex;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.names.Symbol;
import org.meterwright.dsl.ide.rename.Rename;
import org.meterwright.dsl.ide.rename.Renaming;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * What an editor asks for beyond a single text: references, rename, occurrences and the like. It works on the newest texts of a session
 * and keeps what it found out until one of them changes. All methods may be called from any thread.
 */
public final class EditorServices {
	private final EditingSession session;
	private List<SyntaxFile> files = List.of();
	private Map<String, String> texts = new HashMap<>();
	private Optional<NameIndex> index = Optional.empty();

	/** Makes the services of a session. */
	public EditorServices(EditingSession session) {
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

	private static boolean same(Collection<SyntaxFile> one, Collection<SyntaxFile> other) {
		return one.equals(other);
	}

	private Optional<String> text(String name) {
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
