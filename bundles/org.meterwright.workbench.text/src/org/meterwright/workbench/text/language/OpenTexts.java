// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.meterwright.workbench.text.draft.Drafts;

/** Follows the texts that are open in editors, saved or not. */
final class OpenTexts implements IFileBufferListener {
	private final Languages languages;
	private final Map<IFileBuffer, IDocumentListener> followed = new ConcurrentHashMap<>();

	OpenTexts(Languages languages) {
		this.languages = languages;
	}

	/** Takes over what is open already. */
	void takeOpen() {
		for (IFileBuffer buffer : FileBuffers.getTextFileBufferManager().getFileBuffers()) {
			bufferCreated(buffer);
		}
	}

	private static Optional<IFile> file(IFileBuffer buffer) {
		IPath place = buffer.getLocation();
		if (place == null || !Languages.EXTENSION.equals(place.getFileExtension()) || place.segmentCount() < 2) {
			return Optional.empty();
		}
		IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(place);
		return Optional.of(file).filter(IFile::exists);
	}

	@Override
	public void bufferCreated(IFileBuffer buffer) {
		if (buffer instanceof ITextFileBuffer text && !followed.containsKey(buffer)) {
			file(buffer).ifPresent(file -> follow(text, file));
		}
	}

	private void follow(ITextFileBuffer buffer, IFile file) {
		IDocumentListener listener = new IDocumentListener() {
			@Override
			public void documentAboutToBeChanged(DocumentEvent event) {
				// only what comes of it counts
			}

			@Override
			public void documentChanged(DocumentEvent event) {
				change(file, event.getDocument());
				Drafts.get().unsaved(file, event.getDocument().get());
			}
		};
		followed.put(buffer, listener);
		buffer.getDocument().addDocumentListener(listener);
		change(file, buffer.getDocument());
	}

	private void change(IFile file, IDocument document) {
		languages.of(file).ifPresent(language -> language.changed(file, document.get()));
	}

	@Override
	public void bufferDisposed(IFileBuffer buffer) {
		IDocumentListener listener = followed.remove(buffer);
		if (listener != null && buffer instanceof ITextFileBuffer text) {
			text.getDocument().removeDocumentListener(listener);
			file(buffer).ifPresent(Drafts.get()::settled);
			file(buffer).ifPresent(file -> languages.of(file).ifPresent(language -> language.changedOnDisk(file)));
		}
	}

	@Override
	public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
		// the document tells
	}

	@Override
	public void bufferContentReplaced(IFileBuffer buffer) {
		// the document tells
	}

	@Override
	public void stateChanging(IFileBuffer buffer) {
		// says nothing of the text
	}

	@Override
	public void dirtyStateChanged(IFileBuffer buffer, boolean dirty) {
		if (!dirty) {
			file(buffer).ifPresent(Drafts.get()::settled);
		}
	}

	@Override
	public void stateValidationChanged(IFileBuffer buffer, boolean validated) {
		// says nothing of the text
	}

	@Override
	public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
		// the workspace tells
	}

	@Override
	public void underlyingFileDeleted(IFileBuffer buffer) {
		// the workspace tells
	}

	@Override
	public void stateChangeFailed(IFileBuffer buffer) {
		// says nothing of the text
	}
}
