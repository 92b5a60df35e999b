// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.history;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;

/** The text of a file as it stands now: in its editor where one is open, else on disk. */
final class SharedText {

	/** What is done with a text. */
	interface Work<T> {
		/** Does it. */
		T run(IDocument document) throws BadLocationException;
	}

	private SharedText() {
	}

	/** Reads a text. */
	static <T> T read(IFile file, Work<T> work) throws CoreException, BadLocationException {
		return with(file, work, false);
	}

	/** Changes a text, as one step of its editor; where no editor is open, on disk. */
	static <T> T change(IFile file, Work<T> work) throws CoreException, BadLocationException {
		return with(file, document -> asOneStep(document, work), true);
	}

	private static <T> T with(IFile file, Work<T> work, boolean changes) throws CoreException, BadLocationException {
		ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
		manager.connect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
		try {
			ITextFileBuffer buffer = manager.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
			T result = work.run(buffer.getDocument());
			if (changes && !buffer.isShared()) {
				buffer.commit(new NullProgressMonitor(), false);
			}
			return result;
		} finally {
			manager.disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
		}
	}

	private static <T> T asOneStep(IDocument document, Work<T> work) throws BadLocationException {
		IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
		if (undo == null) {
			return work.run(document);
		}
		undo.beginCompoundChange();
		try {
			return work.run(document);
		} finally {
			undo.endCompoundChange();
		}
	}
}
