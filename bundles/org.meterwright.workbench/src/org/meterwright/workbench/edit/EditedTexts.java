// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.edit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.meterwright.workbench.text.language.ProjectLanguage;

/** The documents of files that are open in editors. */
final class EditedTexts {
	private EditedTexts() {
	}

	/** Finds the document of a file that is open. */
	static Optional<IDocument> document(ProjectLanguage language, String name) {
		Optional<IFile> file = language.file(name);
		Optional<ITextFileBuffer> buffer = file.map(it -> FileBuffers.getTextFileBufferManager().getTextFileBuffer(it.getFullPath(), LocationKind.IFILE));
		return buffer.map(ITextFileBuffer::getDocument);
	}

	/** Tells whether the texts still are what an edit was planned on. */
	static boolean areAs(ProjectLanguage language, Collection<String> names, Map<String, String> seen) {
		return names.stream().allMatch(name -> document(language, name).map(IDocument::get).equals(Optional.ofNullable(seen.get(name))));
	}
}
