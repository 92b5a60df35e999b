// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.objects;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;

/** What the table offers to others' menu entries: nothing, its own entries know the cells. */
final class TableSelection implements ISelectionProvider {

	@Override
	public ISelection getSelection() {
		return StructuredSelection.EMPTY;
	}

	@Override
	public void setSelection(ISelection selection) {
		// cells are selected in the table alone
	}

	@Override
	public void addSelectionChangedListener(ISelectionChangedListener listener) {
		// never changes
	}

	@Override
	public void removeSelectionChangedListener(ISelectionChangedListener listener) {
		// never changes
	}
}
