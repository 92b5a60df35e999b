// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.eclipse.swt.widgets.Display;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.dsl.ide.session.EditingSession;
import org.meterwright.workbench.text.severity.WeightPreferences;

/**
 * The meters of a project as they stand in the editors. Changes are noted at once and taken over by a background job when typing pauses;
 * what came of them is an immutable {@link ProjectState}. Nothing here waits on the user interface's thread.
 */
public final class ProjectLanguage {
	/** How long the user interface's thread waits for an answer, and any other. */
	private static final int WAIT_MS = 800;
	private static final int PATIENT_MS = 10_000;

	private record Compiled(Compilation compilation, Map<String, List<OutlineEntry>> outlines, FirstLines firstLines) {
	}

	private final IProject project;
	private final Consumer<ProjectState> publisher;
	private final CheckJob job;
	private final IUndoContext edits = new ObjectUndoContext(this, "Texts of a project");
	private final Map<String, Supplier<Optional<String>>> changes = new LinkedHashMap<>();
	private Optional<EditingSession> session = Optional.empty();
	private volatile ProjectState state;

	ProjectLanguage(IProject project, Consumer<ProjectState> publisher) {
		this.project = project;
		this.publisher = publisher;
		this.state = ProjectState.unknown(project);
		this.job = new CheckJob(this);
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
		job.soon();
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
			job.soon();
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
		job.cancel();
		OperationHistoryFactory.getOperationHistory().dispose(edits, true, true, true);
	}

	/** Takes over what was noted, compiles, and makes the result known. Called by the job. */
	void update() {
		if (!project.isAccessible()) {
			return;
		}
		try {
			Compiled compiled = compiled();
			publish(ProjectState.of(project, compiled.compilation(), compiled.outlines()), compiled.firstLines());
		} catch (IOException e) {
			publish(ProjectState.unreadable(project, String.valueOf(e.getMessage())), FirstLines.NONE);
		}
	}

	private synchronized Compiled compiled() throws IOException {
		EditingSession editing = session();
		takeOver(editing);
		Compilation compilation = WeightPreferences.get().apply(editing.compilation());
		return new Compiled(compilation, Outlines.of(compilation), FirstLines.of(compilation));
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
	 * Asks the language services about the newest text. An answer that takes longer than a user would wait for is none.
	 */
	public <T> Optional<T> ask(Function<EditingSession, Optional<T>> question) {
		CompletableFuture<Optional<T>> answer = CompletableFuture.supplyAsync(() -> answer(question), Answering.threads());
		try {
			return answer.get(Display.getCurrent() == null ? PATIENT_MS : WAIT_MS, TimeUnit.MILLISECONDS);
		} catch (TimeoutException e) {
			return Optional.empty();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		} catch (ExecutionException e) {
			ILog.get().error("A language service failed.", e.getCause());
			return Optional.empty();
		}
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
		return compiled().compilation();
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
