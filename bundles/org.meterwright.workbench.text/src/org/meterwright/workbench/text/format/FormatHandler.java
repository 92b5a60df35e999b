// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.format;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Formats the text of the active editor, as one step that can be undone. */
public final class FormatHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor && editor.isEditable()) {
			format(editor);
		}
		return null;
	}

	private static void format(ITextEditor editor) {
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
		if (target == null) {
			DocumentFormat.apply(document);
			return;
		}
		target.beginCompoundChange();
		try {
			DocumentFormat.apply(document);
		} finally {
			target.endCompoundChange();
		}
	}
}
