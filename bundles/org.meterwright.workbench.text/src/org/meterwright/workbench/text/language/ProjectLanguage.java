// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.SubMonitor;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.dsl.ide.session.EditingSession;
import org.meterwright.workbench.text.severity.WeightPreferences;

/**
 * The meters of a project as they stand in the editors. Changes are noted at once and taken over by a background job when typing pauses;
 * what came of them is an immutable {@link ProjectState}. Nothing here waits on the user interface's thread.
 */
public final class ProjectLanguage {
	private static final int PARTS = 3;

	private record Compiled(Compilation compilation, Map<String, List<OutlineEntry>> outlines, FirstLines firstLines) {
	}

	private final IProject project;
	private final Consumer<ProjectState> publisher;
	private final CheckJob opening;
	private final CheckJob job;
	private final IUndoContext edits = new ObjectUndoContext(this, "Texts of a project");
	private final Map<String, Supplier<Optional<String>>> changes = new LinkedHashMap<>();
	private Optional<EditingSession> session = Optional.empty();
	private volatile ProjectState state;

	ProjectLanguage(IProject project, Consumer<ProjectState> publisher) {
		this.project = project;
		this.publisher = publisher;
		this.state = ProjectState.unknown(project);
		this.opening = CheckJob.opening(this);
		this.job = CheckJob.following(this);
	}

	/** Returns the project. */
	public IProject project() {
		return project;
	}

	/** Returns the last state that is known. */
	public ProjectState state() {
		return state;
	}

	/** Returns what the history knows edits of several of the project's texts by. */
	public IUndoContext edits() {
		return edits;
	}

	/** Checks as soon as there is time. */
	public void check() {
		(state.compiled().isEmpty() ? opening : job).soon();
	}

	/** Notes an editor's text. */
	void changed(IFile file, String text) {
		note(file, () -> Optional.of(text));
	}

	/** Notes that a file changed, appeared or went. */
	void changedOnDisk(IFile file) {
		note(file, () -> read(file));
	}

	private void note(IFile file, Supplier<Optional<String>> text) {
		name(file).ifPresent(name -> {
			synchronized (changes) {
				changes.remove(name);
				changes.put(name, text);
			}
			state = state.outdated();
			check();
		});
	}

	private static Optional<String> read(IFile file) {
		try {
			return file.exists() ? Optional.of(file.readString()) : Optional.empty();
		} catch (CoreException e) {
			ILog.get().log(e.getStatus());
			return Optional.empty();
		}
	}

	void dispose() {
		opening.cancel();
		job.cancel();
		OperationHistoryFactory.getOperationHistory().dispose(edits, true, true, true);
	}

	/** Takes over what was noted, compiles, and makes the result known. Called by the jobs. */
	void update(SubMonitor monitor) {
		if (!project.isAccessible()) {
			return;
		}
		try {
			Compiled compiled = compiled(monitor);
			publish(ProjectState.of(project, compiled.compilation(), compiled.outlines()), compiled.firstLines());
		} catch (IOException e) {
			publish(ProjectState.unreadable(project, String.valueOf(e.getMessage())), FirstLines.NONE);
		}
	}

	/** Says that somebody did not want to wait for a project. What follows the keys is begun anew with the next one, which is nothing to talk about. */
	void cancelled() {
		if (state.compiled().isEmpty() && project.isAccessible()) {
			publish(ProjectState.unreadable(project, "Reading the project was cancelled. Change a text, or close and open the project, to begin again."), FirstLines.NONE);
		}
	}

	private synchronized Compiled compiled(SubMonitor monitor) throws IOException {
		monitor.setWorkRemaining(PARTS);
		EditingSession editing = begun(monitor, "reading the texts", this::session);
		takeOver(editing);
		Compilation compilation = begun(monitor, "checking", () -> WeightPreferences.get().apply(editing.compilation()));
		return begun(monitor, "outlines", () -> new Compiled(compilation, Outlines.of(compilation), FirstLines.of(compilation)));
	}

	/** A part of the work; what is cancelled goes no further than the part that it is at. */
	private interface Part<T> {
		T run() throws IOException;
	}

	private static <T> T begun(SubMonitor monitor, String words, Part<T> part) throws IOException {
		monitor.checkCanceled();
		monitor.subTask(words);
		T result = part.run();
		monitor.worked(1);
		return result;
	}

	private EditingSession session() throws IOException {
		if (session.isEmpty()) {
			session = Optional.of(EditingSession.open(List.of(Path.of(project.getLocation().toOSString()))));
		}
		return session.get();
	}

	private void takeOver(EditingSession editing) {
		Map<String, Supplier<Optional<String>>> noted;
		synchronized (changes) {
			noted = new LinkedHashMap<>(changes);
			changes.clear();
		}
		noted.forEach((name, text) -> text.get().ifPresentOrElse(content -> editing.change(name, content), () -> editing.remove(name)));
	}

	private void publish(ProjectState result, FirstLines firstLines) {
		boolean more;
		synchronized (changes) {
			more = !changes.isEmpty();
		}
		state = more ? result.outdated() : result;
		new FindingMarkers(project).show(result, firstLines);
		publisher.accept(state);
	}

	/**
	 * Asks the language services about the newest text. On the user interface's thread an answer that takes longer than nobody notices is none: for
	 * what comes by itself, such as a link under the mouse.
	 */
	public <T> Optional<T> ask(Function<EditingSession, Optional<T>> question) {
		return Patience.soon(asked(question));
	}

	/** Asks for what a user has asked for and waits for, while the cursor shows that. */
	public <T> Optional<T> askPatiently(Function<EditingSession, Optional<T>> question) {
		return Patience.asLongAsItTakes(asked(question));
	}

	private <T> CompletableFuture<Optional<T>> asked(Function<EditingSession, Optional<T>> question) {
		return CompletableFuture.supplyAsync(() -> answer(question), Answering.threads());
	}

	private synchronized <T> Optional<T> answer(Function<EditingSession, Optional<T>> question) {
		try {
			EditingSession editing = session();
			takeOver(editing);
			return question.apply(editing);
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	/** Compiles the newest text and returns what came of it; waits for it, so never call it on the user interface's thread. */
	public Compilation compile() throws IOException {
		return compile(SubMonitor.convert(null));
	}

	/** Compiles the newest text, with progress; {@link org.eclipse.core.runtime.OperationCanceledException} ends it. */
	public Compilation compile(SubMonitor monitor) throws IOException {
		return compiled(monitor).compilation();
	}

	/** Returns the name by which the language knows a file: its absolute path with forward slashes. */
	public static Optional<String> name(IResource file) {
		return Optional.ofNullable(file.getLocation()).map(IPath::toOSString).map(path -> path.replace('\\', '/'));
	}

	/** Finds the file of a name. */
	public Optional<IFile> file(String name) {
		String root = name(project).orElse("");
		if (!name.startsWith(root + "/")) {
			return Optional.empty();
		}
		return Optional.of(project.getFile(name.substring(root.length() + 1))).filter(IFile::exists);
	}
}
