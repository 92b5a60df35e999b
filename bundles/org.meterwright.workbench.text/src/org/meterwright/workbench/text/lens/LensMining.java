// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.lens;

import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** A remark above a line. A click goes to the object and shows who may access it. */
final class LensMining extends LineHeaderCodeMining {
	private static final String RIGHTS = "org.meterwright.workbench.rights";

	private final ITextViewer viewer;

	LensMining(int line, ITextViewer viewer, IDocument document, ICodeMiningProvider provider, String text) throws BadLocationException {
		super(line, document, provider);
		this.viewer = viewer;
		setLabel(text);
	}

	@Override
	public Consumer<MouseEvent> getAction() {
		return event -> show();
	}

	/** Puts the cursor on the object below, which the view follows. */
	private void show() {
		try {
			IDocument document = viewer.getDocument();
			int offset = getPosition().getOffset();
			while (Character.isWhitespace(document.getChar(offset))) {
				offset++;
			}
			viewer.setSelectedRange(offset, 0);
			viewer.revealRange(offset, 0);
			PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(RIGHTS);
		} catch (BadLocationException e) {
			// The text ends there by now, and its remarks are about to be drawn anew.
		} catch (PartInitException e) {
			ILog.get().log(e.getStatus());
		}
	}
}
