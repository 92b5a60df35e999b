// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds and reads text files. */
final class TextFiles {

	private static final String SUFFIX = ".cosem";

	private TextFiles() {
	}

	/** Return the files that the inputs name: files as they are, folders as all the text files below them, sorted. */
	static List<Path> find(List<Path> inputs) {
		Set<Path> files = new LinkedHashSet<>();
		for (Path input : inputs) {
			if (!Files.exists(input)) {
				throw Problem.reading(input, new NoSuchFileException(input.toString()));
			}
			if (Files.isDirectory(input)) {
				files.addAll(below(input));
			} else {
				files.add(input);
			}
		}
		return new ArrayList<>(files);
	}

	private static List<Path> below(Path folder) {
		try (Stream<Path> paths = Files.walk(folder)) {
			List<Path> found = paths.filter(path -> path.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(path)).sorted().toList();
			if (found.isEmpty()) {
				throw new Problem(ExitCode.FAILURE, "%s: there is no %s file in this folder.".formatted(folder, SUFFIX));
			}
			return found;
		} catch (IOException e) {
			throw Problem.reading(folder, e);
		} catch (java.io.UncheckedIOException e) {
			throw Problem.reading(folder, e.getCause());
		}
	}

	/** Return a file's text; it must be UTF-8. */
	static String read(Path file) {
		byte[] octets;
		try {
			octets = Files.readAllBytes(file);
		} catch (IOException e) {
			throw Problem.reading(file, e);
		}
		ByteBuffer buffer = ByteBuffer.wrap(octets);
		try {
			return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
					.decode(buffer).toString();
		} catch (CharacterCodingException e) {
			long line = 1;
			for (int i = 0; i < buffer.position(); i++) {
				line += octets[i] == '\n' ? 1 : 0;
			}
			throw new Problem(ExitCode.FAILURE, "%s:%d: this is not text in UTF-8.".formatted(file, line));
		}
	}
}
