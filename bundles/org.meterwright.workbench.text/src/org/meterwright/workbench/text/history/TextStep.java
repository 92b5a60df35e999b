// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.edits.TextEdit;

/** The part of an edit that is about one text. Applied once, it can be turned back and forth as long as nothing else has changed the text. */
final class TextStep {
	private final IFile file;
	private TextEdit next;
	/** Digest of the text that the next turn is for, and of the one that it leads to; empty: not known yet. */
	private String from = "";
	private String to = "";

	TextStep(IFile file, List<org.meterwright.dsl.ide.quickfix.TextEdit> edits) {
		this.file = file;
		MultiTextEdit all = new MultiTextEdit();
		edits.forEach(edit -> all.addChild(new ReplaceEdit(edit.offset(), edit.length(), edit.text())));
		this.next = all;
	}

	IFile file() {
		return file;
	}

	/** Tells whether the edit's places are in the text. */
	boolean isPossible() throws CoreException, BadLocationException {
		return file.exists() && SharedText.read(file, document -> next.getExclusiveEnd() <= document.getLength());
	}

	/** Tells whether the text is what the next turn is for. */
	boolean fits() throws CoreException, BadLocationException {
		return file.exists() && from.equals(SharedText.read(file, TextStep::digest));
	}

	/** Tells whether the text already is what the next turn leads to, such as when its editor was closed without saving. */
	boolean isThere() throws CoreException, BadLocationException {
		return file.exists() && to.equals(SharedText.read(file, TextStep::digest));
	}

	/** Applies the edit, takes it back, or makes it again. */
	void turn() throws CoreException, BadLocationException {
		SharedText.change(file, document -> {
			String before = digest(document);
			next = next.apply(document, TextEdit.CREATE_UNDO);
			from = digest(document);
			to = before;
			return null;
		});
	}

	private static String digest(IDocument document) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.get().getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}
}
