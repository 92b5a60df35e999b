// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.edit;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.meterwright.workbench.text.language.ProjectLanguage;

/** The edits that views have made, newest first, so that a view can take its last one back in all files together. */
public final class EditHistory {
	private static final int MOST = 100;
	private static final Deque<List<IDocument>> DONE = new ArrayDeque<>();
	private static final Deque<List<IDocument>> UNDONE = new ArrayDeque<>();

	private EditHistory() {
	}

	static void note(ProjectLanguage language, Collection<String> names) {
		DONE.push(names.stream().map(name -> EditedTexts.document(language, name)).flatMap(Optional::stream).toList());
		UNDONE.clear();
		if (DONE.size() > MOST) {
			DONE.removeLast();
		}
	}

	/** Takes the last edit back; tells whether there was one. */
	public static boolean undo() {
		return move(DONE, UNDONE, true);
	}

	/** Makes the edit that was taken back last again; tells whether there was one. */
	public static boolean redo() {
		return move(UNDONE, DONE, false);
	}

	private static boolean move(Deque<List<IDocument>> from, Deque<List<IDocument>> to, boolean back) {
		if (from.isEmpty()) {
			return false;
		}
		List<IDocument> documents = from.pop();
		to.push(documents);
		documents.forEach(document -> step(document, back));
		return true;
	}

	private static void step(IDocument document, boolean back) {
		IDocumentUndoManager manager = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
		if (manager == null) {
			return;
		}
		try {
			if (back && manager.undoable()) {
				manager.undo();
			} else if (!back && manager.redoable()) {
				manager.redo();
			}
		} catch (ExecutionException e) {
			ILog.get().error("An edit could not be taken back.", e);
		}
	}
}
