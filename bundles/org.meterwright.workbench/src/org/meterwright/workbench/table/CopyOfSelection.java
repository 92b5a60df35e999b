// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import org.eclipse.nebula.widgets.nattable.copy.command.CopyDataCommandHandler;
import org.eclipse.nebula.widgets.nattable.copy.command.CopyDataToClipboardCommand;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;

/** Copies the selected cells; where none is selected, what the clipboard holds stays: a clipboard takes no empty text. */
final class CopyOfSelection extends CopyDataCommandHandler {
	private final SelectionLayer selection;

	CopyOfSelection(SelectionLayer selection) {
		super(selection);
		this.selection = selection;
	}

	@Override
	public boolean doCommand(CopyDataToClipboardCommand command) {
		return selection.getSelectedCellPositions().length == 0 || super.doCommand(command);
	}
}
