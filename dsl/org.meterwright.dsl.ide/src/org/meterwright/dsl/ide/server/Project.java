// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.ide.session.EditingSession;
import org.meterwright.dsl.ide.session.EditorServices;
import org.meterwright.dsl.ide.text.Lines;

/**
 * The texts below one folder. Changes are noted as they come in and taken over when the next question is asked. Only the server's worker
 * asks; changes may come from any thread.
 */
final class Project {
	private final Optional<Path> folder;
	private final Map<String, Optional<String>> noted = new LinkedHashMap<>();
	private final Map<String, Lines> lines = new HashMap<>();
	private EditingSession session;
	private boolean loaded;

	Project(Optional<Path> folder) {
		this.folder = folder;
		this.session = new EditingSession(new Workspace());
	}

	/** Returns the folder. */
	Optional<Path> folder() {
		return folder;
	}

	/** Notes the new text of a file, or that it is gone. */
	void note(String name, Optional<String> text) {
		synchronized (noted) {
			noted.remove(name);
			noted.put(name, text);
		}
	}

	/** Tells whether there are changes that no answer knows yet. */
	boolean isBehind() {
		synchronized (noted) {
			return !noted.isEmpty();
		}
	}

	/** Returns the session with all changes taken over. */
	EditingSession session() {
		load();
		Map<String, Optional<String>> changes;
		synchronized (noted) {
			changes = new LinkedHashMap<>(noted);
			noted.clear();
		}
		changes.forEach((name, text) -> {
			lines.remove(name);
			text.ifPresentOrElse(content -> session.change(name, content), () -> session.remove(name));
		});
		return session;
	}

	private void load() {
		if (!loaded && folder.filter(Files::isDirectory).isPresent()) {
			try {
				session = EditingSession.open(List.of(folder.get()));
			} catch (IOException e) {
				// What cannot be read is as if it were not there; open texts count all the same.
			}
		}
		loaded = true;
	}

	/** Returns the services with all changes taken over. */
	EditorServices services() {
		return session().services();
	}

	/** Returns the lines of a text. */
	Lines lines(String name) {
		return lines.computeIfAbsent(name, key -> Lines.of(session.text(key).orElse("")));
	}

	/** Forgets the lines of closed files, which may have changed on disk. */
	void forgetLines() {
		lines.clear();
	}
}
