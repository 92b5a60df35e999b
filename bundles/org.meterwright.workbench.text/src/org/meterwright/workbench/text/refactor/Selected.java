// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.meterwright.dsl.ide.session.EditorServices;
import org.meterwright.workbench.text.language.TextPlace;

/**
 * The cursor in the active editor.
 *
 * @param place  its text
 * @param offset its place in the text
 */
record Selected(TextPlace place, int offset) {

	static Optional<Selected> of(ExecutionEvent event) {
		if (!(HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor) || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
			return Optional.empty();
		}
		return TextPlace.of(editor.getDocumentProvider().getDocument(editor.getEditorInput())).map(place -> new Selected(place, selection.getOffset()));
	}

	/** Asks the services while the cursor shows that they are busy. */
	<T> Optional<T> ask(Function<EditorServices, Optional<T>> question) {
		return place.askPatiently((session, name) -> question.apply(session.services()));
	}
}
