// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.view;

import java.util.function.Function;

import org.eclipse.jface.action.Action;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.meterwright.workbench.text.history.EditHistory;
import org.meterwright.workbench.text.language.ProjectLanguage;

/** Takes the last edit of the project that a view shows back, or makes it again, wherever it was made. */
final class HistoryAction extends Action {
	private final ModelView<?> view;
	private final IActionBars bars;
	private final Function<ProjectLanguage, String> move;

	private HistoryAction(String text, ModelView<?> view, IActionBars bars, Function<ProjectLanguage, String> move) {
		super(text);
		this.view = view;
		this.bars = bars;
		this.move = move;
	}

	/** Gives a view the keys and menu entries of undo and redo. */
	static void contribute(ModelView<?> view, IActionBars bars) {
		bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), new HistoryAction("Undo", view, bars, EditHistory::undo));
		bars.setGlobalActionHandler(ActionFactory.REDO.getId(), new HistoryAction("Redo", view, bars, EditHistory::redo));
	}

	@Override
	public void run() {
		view.shown().ifPresent(subject -> bars.getStatusLineManager().setMessage(move.apply(subject.language())));
	}
}
