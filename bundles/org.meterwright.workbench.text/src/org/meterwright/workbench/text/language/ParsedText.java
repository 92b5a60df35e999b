// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.io.StringReader;
import java.util.Optional;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

/** The text of a file as it stands now, in its editor or on disk, parsed. */
public record ParsedText(String text, IParseResult result) {

	/** Parses a file; nothing when it cannot be read, or when what is known of its project is older than the text. */
	public static Optional<ParsedText> of(IFile file) {
		boolean current = Languages.get().of(file).filter(language -> language.state().current()).isPresent();
		return current ? text(file).map(text -> new ParsedText(text, Language.part(IParser.class).parse(new StringReader(text)))) : Optional.empty();
	}

	private static Optional<String> text(IFile file) {
		ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
		if (buffer != null) {
			return Optional.of(buffer.getDocument().get());
		}
		try {
			return Optional.of(file.readString());
		} catch (CoreException e) {
			ILog.get().log(e.getStatus());
			return Optional.empty();
		}
	}
}
