// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.format;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.meterwright.workbench.text.language.Patience;

/** Formats the text of the active editor, as one step that can be undone. */
public final class FormatHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor && editor.isEditable()) {
			format(editor);
		}
		return null;
	}

	/** The changes of a long text take a while to find: that is done beside the user interface, and is of no use when the text is another by then. */
	private static void format(ITextEditor editor) {
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		String text = document.get();
		Optional<MultiTextEdit> changes = Patience.work(() -> DocumentFormat.changes(text));
		if (changes.isPresent() && document.get().equals(text)) {
			apply(editor.getAdapter(IRewriteTarget.class), document, changes.get());
		}
	}

	private static void apply(IRewriteTarget target, IDocument document, MultiTextEdit changes) {
		if (target == null) {
			DocumentFormat.apply(document, changes);
			return;
		}
		target.beginCompoundChange();
		try {
			DocumentFormat.apply(document, changes);
		} finally {
			target.endCompoundChange();
		}
	}
}
