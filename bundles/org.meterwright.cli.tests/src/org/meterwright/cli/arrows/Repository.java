// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.arrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The project's own files, found from where the tests run. */
final class Repository {
	private static final Pattern DEPENDENCY = Pattern.compile(
			"<groupId>([^<]*)</groupId>\\s*<artifactId>([^<]*)</artifactId>\\s*<version>([^<]*)</version>");

	private Repository() {
	}

	/** Find the folder of the parent pom: the first one upwards that holds the rooms. */
	static Path root() {
		Path start = Path.of("").toAbsolutePath();
		for (Path folder = start; folder != null; folder = folder.getParent()) {
			if (Files.isDirectory(folder.resolve("releng")) && Files.isDirectory(folder.resolve("bundles"))) {
				return folder;
			}
		}
		throw new IllegalStateException("%s is not inside the project".formatted(start));
	}

	/** Read the dependencies that a pom or target names, as {@code group:artifact:version}. */
	static Set<String> dependencies(Path file) throws IOException {
		return DEPENDENCY.matcher(Files.readString(file)).results()
				.map(found -> "%s:%s:%s".formatted(found.group(1), found.group(2), found.group(3))).collect(Collectors.toSet());
	}
}
