// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.commands.operations.TriggeredOperations;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.meterwright.dsl.ide.quickfix.TextEdit;
import org.meterwright.workbench.text.language.ProjectLanguage;

/**
 * Edits of a project's texts in the order in which they were made, in editors and in views. It stands on the workbench's own history, so Ctrl+Z in an
 * editor and in a view mean the same steps: an editor takes back the last one of its text, a view the last one of the project.
 */
public final class EditHistory {
	private static final IOperationHistory HISTORY = OperationHistoryFactory.getOperationHistory();
	private static final int STEPS = 200;

	static {
		HISTORY.addOperationApprover(new Untouched());
	}

	/** A step of the history in one direction. */
	private interface Move {
		IStatus run(IUndoableOperation step, IProgressMonitor monitor) throws ExecutionException;
	}

	private EditHistory() {
	}

	/**
	 * Changes texts as one step: all of them, or none.
	 *
	 * @param label says what is done, such as {@code Rename clock}
	 * @param edits by the name of the text
	 * @return the names of the texts that cannot be changed; empty: it was done
	 */
	public static List<String> make(String label, ProjectLanguage language, Map<String, List<TextEdit>> edits) {
		List<TextStep> steps = new ArrayList<>();
		List<String> unknown = new ArrayList<>();
		edits.forEach((name, changes) -> language.file(name).ifPresentOrElse(file -> steps.add(new TextStep(file, changes)), () -> unknown.add(name)));
		TextsEdit edit = new TextsEdit(label, steps);
		unknown.addAll(edit.obstacles());
		if (unknown.isEmpty() && !mayChange(steps)) {
			steps.stream().filter(step -> step.file().isReadOnly()).forEach(step -> unknown.add(step.file().getName()));
		}
		return unknown.isEmpty() && !steps.isEmpty() ? make(edit, language) : unknown;
	}

	private static boolean mayChange(List<TextStep> steps) {
		return ResourcesPlugin.getWorkspace().validateEdit(steps.stream().map(TextStep::file).toArray(IFile[]::new), IWorkspace.VALIDATE_PROMPT).isOK();
	}

	private static List<String> make(TextsEdit edit, ProjectLanguage language) {
		commit(language);
		HISTORY.setLimit(language.edits(), STEPS);
		edit.addContext(language.edits());
		TriggeredOperations step = new TriggeredOperations(edit, HISTORY);
		boolean done = false;
		HISTORY.openOperation(step, IOperationHistory.EXECUTE);
		try {
			done = edit.execute(new NullProgressMonitor(), null).isOK();
			return List.of();
		} catch (ExecutionException e) {
			return List.of(e.getMessage());
		} finally {
			HISTORY.closeOperation(done, done, IOperationHistory.EXECUTE);
		}
	}

	/** Takes the last edit of a project's texts back. Returns what to tell the user. */
	public static String undo(ProjectLanguage language) {
		commit(language);
		return move(newest(language, HISTORY.getUndoHistory(IOperationHistory.GLOBAL_UNDO_CONTEXT)), "There is nothing to take back.", "Taken back: %s.", (step, monitor) -> HISTORY.undoOperation(step, monitor, null));
	}

	/** Makes the edit again that was taken back last. Returns what to tell the user. */
	public static String redo(ProjectLanguage language) {
		commit(language);
		return move(newest(language, HISTORY.getRedoHistory(IOperationHistory.GLOBAL_UNDO_CONTEXT)), "There is nothing to make again.", "Made again: %s.", (step, monitor) -> HISTORY.redoOperation(step, monitor, null));
	}

	private static String move(Optional<IUndoableOperation> step, String nothing, String done, Move move) {
		if (step.isEmpty()) {
			return nothing;
		}
		try {
			String label = step.get().getLabel();
			IStatus result = move.run(step.get(), new NullProgressMonitor());
			return result.isOK() ? done.formatted(label) : result.getMessage();
		} catch (ExecutionException e) {
			return e.getMessage();
		}
	}

	private static Optional<IUndoableOperation> newest(ProjectLanguage language, IUndoableOperation[] steps) {
		List<IUndoContext> contexts = new ArrayList<>(open(language).stream().map(IDocumentUndoManager::getUndoContext).toList());
		contexts.add(language.edits());
		return Arrays.stream(steps).filter(step -> contexts.stream().anyMatch(step::hasContext)).reduce((earlier, later) -> later);
	}

	/** Closes what is being typed as a step, so that steps stand in the order in which they were made. */
	private static void commit(ProjectLanguage language) {
		open(language).forEach(IDocumentUndoManager::commit);
	}

	/** Returns the histories of the project's texts that are open in editors. */
	private static List<IDocumentUndoManager> open(ProjectLanguage language) {
		List<IDocumentUndoManager> managers = new ArrayList<>();
		for (IFileBuffer buffer : FileBuffers.getTextFileBufferManager().getFileBuffers()) {
			boolean own = buffer.getLocation() != null && language.project().getFullPath().isPrefixOf(buffer.getLocation());
			if (own && buffer instanceof ITextFileBuffer text) {
				Optional.ofNullable(DocumentUndoManagerRegistry.getDocumentUndoManager(text.getDocument())).ifPresent(managers::add);
			}
		}
		return managers;
	}
}
