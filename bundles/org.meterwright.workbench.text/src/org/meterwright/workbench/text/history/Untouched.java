// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.history;

import java.util.List;

import org.eclipse.core.commands.operations.IOperationApprover;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.TriggeredOperations;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/**
 * Lets an edit of several texts be taken back only while no other hand has changed them, such as another program on disk. Else it is one step no longer:
 * the next step back in each editor takes that text's part back.
 */
final class Untouched implements IOperationApprover {

	@Override
	public IStatus proceedUndoing(IUndoableOperation operation, IOperationHistory history, IAdaptable info) {
		return approve(operation);
	}

	@Override
	public IStatus proceedRedoing(IUndoableOperation operation, IOperationHistory history, IAdaptable info) {
		return approve(operation);
	}

	private static IStatus approve(IUndoableOperation operation) {
		if (operation instanceof TriggeredOperations step && step.getTriggeringOperation() instanceof TextsEdit edit) {
			List<String> changed = edit.changed();
			if (!changed.isEmpty()) {
				step.remove(edit);
				return Status.warning("%s changed since: this edit can only be taken back text by text, in their editors.".formatted(String.join(", ", changed)));
			}
		}
		return Status.OK_STATUS;
	}
}
