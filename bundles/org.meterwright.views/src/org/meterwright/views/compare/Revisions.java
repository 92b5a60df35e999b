// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads former revisions of a folder from git. A folder that is in no repository, or a machine without git, has none. */
public final class Revisions {
	private static final int MOST = 30;

	private Revisions() {
	}

	/** Returns the newest revisions in which the folder changed, each with its short id before its subject. */
	public static List<String> recent(Path folder) {
		try {
			return git(folder, "log", "--format=%h %s", "-n", Integer.toString(MOST), "--", ".").lines().toList();
		} catch (IOException e) {
			return List.of();
		}
	}

	/**
	 * Returns the texts of a folder as a revision has them, by path in the folder.
	 *
	 * @throws IOException when git cannot tell; the message says why
	 */
	public static Map<String, String> texts(Path folder, String revision) throws IOException {
		Map<String, String> texts = new TreeMap<>();
		for (String path : git(folder, "ls-tree", "-r", "--name-only", "-z", revision, "--", ".").split("\0")) {
			if (path.endsWith(".cosem")) {
				texts.put(path, git(folder, "show", "%s:./%s".formatted(revision, path)));
			}
		}
		return texts;
	}

	private static String git(Path folder, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			if (process.waitFor() != 0) {
				throw new IOException("git does not know %s in %s".formatted(arguments[arguments.length - 1], folder));
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("reading from git was interrupted", e);
		}
		return output;
	}
}
