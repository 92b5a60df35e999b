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
			editor(page, language, place.file(), true).ifPresent(editor -> editor.selectAndReveal(place.offset(), place.length()));
		} catch (PartInitException e) {
			ILog.get().log(e.getStatus());
		}
	}

	/** Shows a place without taking the keys away from where they go now; the part at the place's end is not selected. */
	public static void reveal(ProjectLanguage language, Origin place) {
		IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		try {
			Optional<ITextEditor> editor = editor(page, language, place.file(), false);
			editor.ifPresent(it -> {
				page.bringToTop(it);
				it.selectAndReveal(place.offset(), 0);
				it.setHighlightRange(place.offset(), place.length(), false);
			});
		} catch (PartInitException e) {
			ILog.get().log(e.getStatus());
		}
	}

	private static Optional<ITextEditor> editor(IWorkbenchPage page, ProjectLanguage language, String file, boolean active) throws PartInitException {
		if (file.startsWith(LibraryText.PREFIX)) {
			return text(page.openEditor(new LibraryInput(new LibraryText(file.substring(LibraryText.PREFIX.length()))), EDITOR, active));
		}
		Optional<IFile> found = language.file(file);
		return found.isEmpty() ? Optional.empty() : text(IDE.openEditor(page, found.get(), active));
	}

	private static Optional<ITextEditor> text(IEditorPart editor) {
		return editor instanceof ITextEditor text ? Optional.of(text) : Optional.empty();
	}
}
