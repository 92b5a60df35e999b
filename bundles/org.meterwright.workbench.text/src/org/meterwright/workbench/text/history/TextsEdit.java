// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.history;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IAdvancedUndoableOperation;
import org.eclipse.core.commands.operations.OperationHistoryEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;

/**
 * An edit of one or several texts, open in editors or not, as one step of the workbench's history: taken back in one of its editors or in a view it is
 * taken back in all texts. Where something else has changed one of them since, {@link Untouched} leaves each text to its own editor.
 */
final class TextsEdit extends AbstractOperation implements IAdvancedUndoableOperation {
	private final List<TextStep> steps;

	TextsEdit(String label, List<TextStep> steps) {
		super(label);
		this.steps = new ArrayList<>(steps);
	}

	/** Returns the names of files that cannot be changed; then nothing may be done. */
	List<String> obstacles() {
		List<String> names = new ArrayList<>();
		for (TextStep step : steps) {
			try {
				if (!step.isPossible()) {
					names.add(step.file().getName());
				}
			} catch (CoreException | BadLocationException e) {
				names.add(step.file().getName());
			}
		}
		return names;
	}

	/** Returns the names of texts that something else has changed since, so that the next turn would spoil them. */
	List<String> changed() {
		List<String> names = new ArrayList<>();
		for (TextStep step : List.copyOf(steps)) {
			try {
				if (step.isThere()) {
					steps.remove(step);
				} else if (!step.fits()) {
					names.add(step.file().getName());
				}
			} catch (CoreException | BadLocationException e) {
				names.add(step.file().getName());
			}
		}
		return names;
	}

	@Override
	public IStatus execute(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
		return turn();
	}

	@Override
	public IStatus undo(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
		return turn();
	}

	@Override
	public IStatus redo(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
		return turn();
	}

	private IStatus turn() throws ExecutionException {
		for (TextStep step : steps) {
			try {
				step.turn();
			} catch (CoreException | BadLocationException e) {
				throw new ExecutionException("%s could not be changed: %s".formatted(step.file().getName(), e.getMessage()), e);
			}
		}
		return Status.OK_STATUS;
	}

	/** Names no objects: otherwise each step back would be asked about, because it reaches beyond one editor, which is what it is for. */
	@Override
	public Object[] getAffectedObjects() {
		return new Object[0];
	}

	@Override
	public void aboutToNotify(OperationHistoryEvent event) {
		// nothing to prepare
	}

	@Override
	public IStatus computeUndoableStatus(IProgressMonitor monitor) {
		return Status.OK_STATUS;
	}

	@Override
	public IStatus computeRedoableStatus(IProgressMonitor monitor) {
		return Status.OK_STATUS;
	}
}
