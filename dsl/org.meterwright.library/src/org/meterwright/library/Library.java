// SPDX-License-Identifier: EPL-2.0
package org.meterwright.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The library's text: the interface class catalogue, the OBIS dictionary and the companions, as {@code .cosem} files. */
public final class Library {
	private static final String INDEX = "/library.index";
	private static final List<String> PATHS = readIndex();

	private Library() {
	}

	/** List the library's files: paths relative to the library's root, with {@code /}, in ascending order. */
	public static List<String> paths() {
		return PATHS;
	}

	/** Locate the library file with this path, as listed by {@link #paths()}. */
	public static URL url(String path) {
		URL url = PATHS.contains(path) ? Library.class.getResource("/library/" + path) : null;
		if (url == null) {
			throw new IllegalArgumentException("no library file %s".formatted(path));
		}
		return url;
	}

	/** Read the library file with this path, as listed by {@link #paths()}. */
	public static String text(String path) throws IOException {
		try (InputStream in = url(path).openStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static List<String> readIndex() {
		try (InputStream in = Library.class.getResourceAsStream(INDEX)) {
			if (in == null) {
				throw new IllegalStateException("the library has no %s: the build writes it".formatted(INDEX));
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
		} catch (IOException e) {
			throw new IllegalStateException("the library's index cannot be read", e);
		}
	}
}
