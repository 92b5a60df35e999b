// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.util.Optional;
import java.util.function.BiFunction;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.text.IDocument;
import org.meterwright.dsl.ide.session.EditingSession;

/**
 * An editor's document as the language knows it.
 *
 * @param language the meters of its project
 * @param file     its file
 * @param name     the name by which the language knows it
 */
public record TextPlace(ProjectLanguage language, IFile file, String name) {

	/** Finds the file of a document; nothing for texts outside the workspace, such as the library's. */
	public static Optional<TextPlace> of(IDocument document) {
		ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
		if (buffer == null || buffer.getLocation() == null || buffer.getLocation().segmentCount() < 2) {
			return Optional.empty();
		}
		return of(ResourcesPlugin.getWorkspace().getRoot().getFile(buffer.getLocation()));
	}

	/** Finds a file of the workspace. */
	public static Optional<TextPlace> of(IFile file) {
		return ProjectLanguage.name(file).flatMap(name -> Languages.get().of(file).map(language -> new TextPlace(language, file, name)));
	}

	/** Asks the language services about this text. */
	public <T> Optional<T> ask(BiFunction<EditingSession, String, Optional<T>> question) {
		return language.ask(session -> question.apply(session, name));
	}

	/** Asks for what a user has asked for and waits for, while the cursor shows that. */
	public <T> Optional<T> askPatiently(BiFunction<EditingSession, String, Optional<T>> question) {
		return language.askPatiently(session -> question.apply(session, name));
	}
}
