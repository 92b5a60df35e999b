// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.draft;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.meterwright.workbench.text.draft.DraftStore.Draft;

/** Offers the texts that were not saved when the workbench ended without asking. */
public final class DraftsDialog {
	private static final int SHOWN = 8;

	private DraftsDialog() {
	}

	/** Looks for lost texts in the background, and asks what to do with them, if there are any. */
	public static void offer(Shell shell, IWorkbenchPage page) {
		Job.createSystem("Look for texts that were not saved", monitor -> {
			List<Draft> lost = Drafts.get().lost();
			if (!lost.isEmpty() && !shell.isDisposed()) {
				shell.getDisplay().asyncExec(() -> ask(shell, page, lost));
			}
		}).schedule();
	}

	private static void ask(Shell shell, IWorkbenchPage page, List<Draft> lost) {
		if (shell.isDisposed()) {
			return;
		}
		String names = lost.stream().limit(SHOWN).map(draft -> draft.name().substring(1)).collect(Collectors.joining("\n"));
		String more = lost.size() > SHOWN ? "\n... and %d more".formatted(lost.size() - SHOWN) : "";
		String text = "The workbench ended before these texts were saved:\n\n%s%s\n\nOpen them as they were, still unsaved? Later asks again at the next start.".formatted(names, more);
		int answer = new MessageDialog(shell, "Unsaved Texts", null, text, MessageDialog.QUESTION, 0, "Open Them", "Throw Them Away", "Later").open();
		switch (answer) {
			case 0 -> lost.forEach(draft -> open(page, draft));
			case 1 -> Drafts.get().forget(lost);
			default -> {
				// they stay where they are
			}
		}
	}

	/** Opens the file of a draft and puts the draft into the editor, as a change that is not saved and can be undone. */
	public static void open(IWorkbenchPage page, Draft draft) {
		Drafts.file(draft).ifPresent(file -> open(page, file, draft.text()));
	}

	private static void open(IWorkbenchPage page, IFile file, String text) {
		try {
			if (IDE.openEditor(page, file) instanceof ITextEditor editor) {
				editor.getDocumentProvider().getDocument(editor.getEditorInput()).set(text);
			}
		} catch (PartInitException e) {
			ILog.get().log(e.getStatus());
		}
	}
}
