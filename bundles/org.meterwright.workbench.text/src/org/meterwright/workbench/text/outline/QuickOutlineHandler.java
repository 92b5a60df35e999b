// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.outline;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.workbench.text.language.TextPlace;

/** Opens the outline over the active text. */
public final class QuickOutlineHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor && editor.getDocumentProvider() != null) {
			IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			TextPlace.of(document).ifPresent(place -> open(editor, place.language().state().outlines().getOrDefault(place.name(), List.of())));
		}
		return null;
	}

	private static void open(ITextEditor editor, List<OutlineEntry> entries) {
		new QuickOutline(editor.getSite().getShell(), editor, entries).open();
	}
}
