// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.dsl.CosemLanguage;
import org.meterwright.library.Library;

/**
 * The bundled library, parsed once. A binary copy of the trees, kept under the hash of the texts, spares the parser the next time; see
 * {@link LibraryCopy}.
 */
public final class LibraryFiles {
	/** What file names of the library begin with. */
	public static final String PREFIX = "library:";

	private static final class Holder {
		static final List<SyntaxFile> FILES = load();
	}

	private LibraryFiles() {
	}

	/** Returns the library's files by path. */
	public static List<SyntaxFile> files() {
		return Holder.FILES;
	}

	private static List<SyntaxFile> load() {
		Map<String, String> texts = texts();
		LibraryCopy copy = LibraryCopy.of(texts);
		return copy.load().orElseGet(() -> {
			List<SyntaxFile> files = parse(texts);
			copy.save(files);
			return files;
		});
	}

	/** Reads the texts of the library by path. */
	static Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		try {
			for (String path : Library.paths()) {
				texts.put(path, Library.text(path));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return texts;
	}

	/** Parses the texts of the library. */
	static List<SyntaxFile> parse(Map<String, String> texts) {
		SyntaxParser parser = CosemLanguage.parser();
		List<SyntaxFile> files = new ArrayList<>();
		texts.forEach((path, text) -> files.add(parser.parse(PREFIX + path, text, true)));
		return List.copyOf(files);
	}
}
