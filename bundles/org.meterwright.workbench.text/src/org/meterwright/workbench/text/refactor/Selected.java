// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.PlatformUI;
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
		AtomicReference<Optional<T>> answer = new AtomicReference<>(Optional.empty());
		try {
			PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> answer.set(place.ask((session, name) -> question.apply(session.services()))));
		} catch (InvocationTargetException e) {
			ILog.get().error("A language service failed.", e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		return answer.get();
	}
}
