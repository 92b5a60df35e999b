// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.link;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.meterwright.cosem.value.Origin;
import org.meterwright.workbench.text.language.ProjectLanguage;

/** Opens places of texts. */
public final class TextEditors {
	private static final String EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

	private TextEditors() {
	}

	/** Opens a place: of a file of the project, or of the library. */
	public static void open(ProjectLanguage language, Origin place) {
		IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		try {
			editor(page, language, place.file()).ifPresent(editor -> editor.selectAndReveal(place.offset(), place.length()));
		} catch (PartInitException e) {
			ILog.get().log(e.getStatus());
		}
	}

	private static Optional<ITextEditor> editor(IWorkbenchPage page, ProjectLanguage language, String file) throws PartInitException {
		if (file.startsWith(LibraryText.PREFIX)) {
			return text(page.openEditor(new LibraryInput(new LibraryText(file.substring(LibraryText.PREFIX.length()))), EDITOR));
		}
		Optional<IFile> found = language.file(file);
		return found.isEmpty() ? Optional.empty() : text(IDE.openEditor(page, found.get()));
	}

	private static Optional<ITextEditor> text(IEditorPart editor) {
		return editor instanceof ITextEditor text ? Optional.of(text) : Optional.empty();
	}
}
