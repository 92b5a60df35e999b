// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The folders that are open in the editor. A text outside all of them belongs to the folder that it stands in. */
final class Projects {
	private final Map<Path, Project> byFolder = new ConcurrentHashMap<>();
	private final Project homeless = new Project(Optional.empty());

	void add(Path folder) {
		byFolder.computeIfAbsent(folder, path -> new Project(Optional.of(path)));
	}

	void remove(Path folder) {
		byFolder.remove(folder);
	}

	List<Project> all() {
		List<Project> all = new ArrayList<>(byFolder.values());
		all.add(homeless);
		return all;
	}

	/** Finds the project of a document: that of the innermost open folder around it. */
	Project of(String uri) {
		Optional<Path> path = Uris.path(uri);
		if (path.isEmpty()) {
			return homeless;
		}
		return byFolder.entrySet().stream().filter(entry -> path.get().startsWith(entry.getKey())).max(Comparator.comparingInt(entry -> entry.getKey().getNameCount()))
				.map(Map.Entry::getValue).orElseGet(() -> beside(path.get()));
	}

	private Project beside(Path file) {
		return file.getParent() == null ? homeless : byFolder.computeIfAbsent(file.getParent(), path -> new Project(Optional.of(path)));
	}

	/** Reads a file; nothing when it is gone or no text. */
	static Optional<String> read(Path file) {
		try {
			return Files.isRegularFile(file) ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)) : Optional.empty();
		} catch (IOException e) {
			return Optional.empty();
		}
	}
}
