// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.meterwright.dsl.ide.quickfix.TextEdit;
import org.meterwright.workbench.text.language.ProjectLanguage;

/** Changes several files: in the editors of those that are open, where it can be undone, and on disk of the others. */
public final class FileEdits {

	private FileEdits() {
	}

	/** Makes the changes and returns the files that could not be changed. */
	public static List<String> apply(ProjectLanguage language, Map<String, List<TextEdit>> edits) {
		List<String> refused = new ArrayList<>();
		edits.forEach((name, changes) -> {
			Optional<IFile> file = language.file(name);
			if (file.isEmpty() || !changed(file.get(), changes)) {
				refused.add(name);
			}
		});
		return refused;
	}

	private static boolean changed(IFile file, List<TextEdit> changes) {
		ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
		IPath path = file.getFullPath();
		boolean open = manager.getTextFileBuffer(path, LocationKind.IFILE) != null;
		try {
			manager.connect(path, LocationKind.IFILE, new NullProgressMonitor());
			try {
				ITextFileBuffer buffer = manager.getTextFileBuffer(path, LocationKind.IFILE);
				MultiTextEdit all = new MultiTextEdit();
				changes.forEach(edit -> all.addChild(new ReplaceEdit(edit.offset(), edit.length(), edit.text())));
				asOneStep(buffer.getDocument(), all);
				if (!open) {
					buffer.commit(new NullProgressMonitor(), false);
				}
				return true;
			} finally {
				manager.disconnect(path, LocationKind.IFILE, new NullProgressMonitor());
			}
		} catch (CoreException | BadLocationException e) {
			ILog.get().error("%s could not be changed.".formatted(path), e);
			return false;
		}
	}

	/** Makes all changes of a text one step to undo. */
	private static void asOneStep(IDocument document, MultiTextEdit changes) throws BadLocationException {
		IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
		if (undo != null) {
			undo.beginCompoundChange();
		}
		changes.apply(document);
		if (undo != null) {
			undo.endCompoundChange();
		}
	}
}
