// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.dsl.ide.colour.ColouredToken;
import org.meterwright.dsl.ide.colour.Colouring;
import org.meterwright.dsl.ide.hover.Hover;
import org.meterwright.dsl.ide.outline.Outline;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.dsl.ide.quickfix.QuickFix;
import org.meterwright.dsl.ide.quickfix.QuickFixes;
import org.meterwright.dsl.syntax.SourceText;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/**
 * The files that are edited together, with everything an editor asks for. The text of an open editor takes the place of the file on disk.
 * All methods may be called from any thread; one runs at a time.
 */
public final class EditingSession {
	/** Read when somebody asks for a fix. */
	private static final class Fixes {
		static final QuickFixes ALL = new QuickFixes(LanguageRules.all());
	}

	private final Workspace workspace;
	/** Open texts, as far as quick fixes have asked for them. */
	private final Map<String, IParseResult> parsed = new HashMap<>();
	private final EditorServices editor = new EditorServices(this);
	private final Map<String, String> texts = new ConcurrentHashMap<>();
	private Optional<Compilation> compiled = Optional.empty();

	/** Begins a session on files that have been read. */
	public EditingSession(Workspace workspace) {
		this.workspace = workspace.edited();
		LanguageServices.prepare();
	}

	/**
	 * Begins a session on files and folders.
	 *
	 * @throws IOException when one cannot be read; the message names it
	 */
	public static EditingSession open(List<Path> inputs) throws IOException {
		return new EditingSession(Workspace.open(inputs));
	}

	/** Returns what an editor asks for beyond a single text. */
	public EditorServices services() {
		return editor;
	}

	/** Takes over the text of an editor. The trees change with it, so nobody may be reading them: not the editor's services either. */
	public void change(String name, String text) {
		synchronized (editor) {
			take(name, text);
		}
	}

	private synchronized void take(String name, String text) {
		texts.put(name, text);
		parsed.remove(name);
		workspace.put(name, text);
		compiled = Optional.empty();
	}

	private Optional<IParseResult> parsed(String name) {
		return Optional.ofNullable(texts.get(name)).map(text -> parsed.computeIfAbsent(name, key -> LanguageServices.get().get(IParser.class).parse(new StringReader(text))));
	}

	/** Forgets a file, such as one that was deleted. */
	public void remove(String name) {
		synchronized (editor) {
			forget(name);
		}
	}

	private synchronized void forget(String name) {
		parsed.remove(name);
		texts.remove(name);
		workspace.remove(name);
		compiled = Optional.empty();
	}

	/** Compiles with all checks; the same result until a text changes. */
	public Compilation compilation() {
		synchronized (editor) {
			return compiled();
		}
	}

	private synchronized Compilation compiled() {
		if (compiled.isEmpty()) {
			compiled = Optional.of(workspace.compile(Checks.ALL));
		}
		return compiled.get();
	}

	/** Returns the names of the files. */
	public synchronized List<String> names() {
		return workspace.files().stream().map(SyntaxFile::name).toList();
	}

	/** Returns the newest text of a file, open or not, or of the library; nothing when the session does not have it. */
	public Optional<String> text(String name) {
		return Optional.ofNullable(texts.get(name)).or(() -> SourceText.stored(name));
	}

	/** Returns the newest tree of a file; nothing when the session does not have it. */
	public synchronized Optional<SyntaxFile> file(String name) {
		return workspace.file(name);
	}

	/** Returns the files as they were when they last had no syntax errors. */
	synchronized Collection<SyntaxFile> soundFiles() {
		return workspace.soundFiles();
	}

	/** Colours any text. */
	public List<ColouredToken> colours(String text) {
		return LanguageServices.get().get(Colouring.class).tokens(text);
	}

	/** Returns the outline of a file; nothing when the session does not have it. */
	public synchronized List<OutlineEntry> outline(String name) {
		return workspace.file(name).map(file -> Outline.of(file.root())).orElse(List.of());
	}

	/** Says what stands at a place of a text. */
	public Optional<Hover> hover(String name, int offset) {
		return editor.hover(name, offset);
	}

	/** Returns the ways to mend a finding on an open text. */
	public synchronized List<QuickFix> fixes(Finding finding) {
		return parsed(finding.place().file()).map(text -> Fixes.ALL.of(finding, text, compiled.map(Compilation::meters).orElse(List.of()))).orElse(List.of());
	}

	/** Returns the way to accept a finding on an open text, where its rule allows that. */
	public synchronized Optional<QuickFix> acceptance(Finding finding) {
		return parsed(finding.place().file()).flatMap(text -> Fixes.ALL.acceptance(finding, text));
	}

	/** Returns the ways to mend the findings whose line holds a place of an open text. */
	public List<QuickFix> fixes(String name, int line) {
		return compilation().findings().stream().filter(finding -> finding.accepted().isEmpty())
				.filter(finding -> finding.place().file().equals(name) && finding.place().line() == line)
				.flatMap(finding -> fixes(finding).stream()).distinct().toList();
	}

	/** Finds the declaration of the name at a place of a text; it may stand in the library. */
	public Optional<Origin> definition(String name, int offset) {
		return editor.definition(name, offset);
	}
}
