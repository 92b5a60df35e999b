// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.meterwright.library.Library;

/**
 * A text as it was read.
 *
 * @param name    file as the user gave it, with forward slashes
 * @param text    the text
 * @param problem where it is no text
 * @param given   whether the user named it, rather than a namespace
 */
public record SourceText(String name, String text, Optional<SyntaxError> problem, boolean given) {

	/** Makes a text that is one. */
	public static SourceText of(String name, String text) {
		return new SourceText(name, text, Optional.empty(), true);
	}

	/** Reads the text of a file or of the library as a session knows it by name; nothing when it cannot be read. */
	public static Optional<String> stored(String name) {
		try {
			return name.startsWith(LibraryFiles.PREFIX) ? Optional.of(Library.text(name.substring(LibraryFiles.PREFIX.length())))
					: Optional.of(decode(name, Files.readAllBytes(Path.of(name)), false).text());
		} catch (IOException | InvalidPathException e) {
			return Optional.empty();
		}
	}

	/** Reads octets, which must be UTF-8; a byte order mark counts as a space. */
	public static SourceText decode(String name, byte[] octets, boolean given) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
		ByteBuffer in = ByteBuffer.wrap(octets);
		CharBuffer out = CharBuffer.allocate(octets.length);
		boolean broken = decoder.decode(in, out, true).isError();
		String read = withoutMark(out.flip().toString());
		if (!broken) {
			return new SourceText(name, read, zero(read), given);
		}
		int line = 1 + (int) read.chars().filter(c -> c == '\n').count();
		SyntaxError problem = new SyntaxError("this is no text: octet 0x%02X is not UTF-8".formatted(octets[in.position()] & 0xFF), line, read.length(), 0);
		return new SourceText(name, read, Optional.of(problem), given);
	}

	private static String withoutMark(String text) {
		return text.startsWith("\uFEFF") ? " " + text.substring(1) : text;
	}

	private static Optional<SyntaxError> zero(String text) {
		int at = text.indexOf('\0');
		return at < 0 ? Optional.empty()
				: Optional.of(new SyntaxError("this is no text: it holds zero octets", 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count(), at, 1));
	}

	/**
	 * Reads octets that are known to be UTF-8.
	 *
	 * @throws CharacterCodingException when they are not
	 */
	static String strict(byte[] octets) throws CharacterCodingException {
		return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
	}
}
