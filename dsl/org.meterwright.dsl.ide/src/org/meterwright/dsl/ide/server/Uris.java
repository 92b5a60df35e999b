// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.ProjectFiles;
import org.meterwright.library.Library;

/**
 * Translates between the names of files in a session and the URIs of the protocol. A text of the library is given to editors as a read-only
 * copy in a folder for temporary files, since they can open nothing else.
 */
final class Uris {
	private final Path library = Path.of(System.getProperty("java.io.tmpdir"), "meterwright-library-%s-%08x".formatted(System.getProperty("user.name", ""), hash()))
			.toAbsolutePath().normalize();

	private static int hash() {
		int hash = 0;
		for (String path : Library.paths()) {
			try {
				hash = hash * 31 + Library.text(path).hashCode();
			} catch (IOException e) {
				hash = hash * 31 + path.hashCode();
			}
		}
		return hash;
	}

	/** Returns the name that a session knows a document by. */
	String name(String uri) {
		Optional<Path> path = path(uri);
		if (path.isEmpty()) {
			return uri;
		}
		return path.get().startsWith(library) ? LibraryFiles.PREFIX + ProjectFiles.name(library.relativize(path.get())) : ProjectFiles.name(path.get());
	}

	/** Returns the file of a URI; nothing when it is no file. */
	static Optional<Path> path(String uri) {
		try {
			URI parsed = URI.create(uri);
			return "file".equals(parsed.getScheme()) ? Optional.of(Path.of(parsed).toAbsolutePath().normalize()) : Optional.empty();
		} catch (IllegalArgumentException | FileSystemNotFoundException e) {
			return Optional.empty();
		}
	}

	/** Returns the URI of a name. */
	String uri(String name) {
		if (name.startsWith(LibraryFiles.PREFIX)) {
			return copy(name.substring(LibraryFiles.PREFIX.length())).toUri().toString();
		}
		return name.matches("[a-z][a-z0-9+.-]+:.*") ? name : Path.of(name).toUri().toString();
	}

	private Path copy(String path) {
		Path file = library.resolve(path);
		try {
			if (!Files.exists(file)) {
				Files.createDirectories(file.getParent());
				Path fresh = Files.createTempFile(file.getParent(), "new", ".tmp");
				Files.writeString(fresh, Library.text(path), StandardCharsets.UTF_8);
				fresh.toFile().setReadOnly();
				Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			}
		} catch (IOException e) {
			// The editor says that it cannot open the file.
		}
		return file;
	}
}
