// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Drafts on disk: a file for each text, which has the text's name in its first line. A draft is written beside its place and then moved there, so
 * that whenever the program or the machine stops, each draft is whole: the new one or the one before.
 */
public final class DraftStore {
	private static final String SUFFIX = ".draft";
	private final Path folder;

	/**
	 * A text that was not saved.
	 *
	 * @param name the text's name, such as its path in the workspace
	 * @param text what stood in the editor
	 */
	public record Draft(String name, String text) {
	}

	/** Keeps drafts in a folder, which is made when the first one is kept. */
	public DraftStore(Path folder) {
		this.folder = folder;
	}

	/** Keeps a text in place of the one before. */
	public void put(String name, String text) throws IOException {
		Files.createDirectories(folder);
		Path half = Files.createTempFile(folder, "half", ".tmp");
		try {
			Files.writeString(half, "%s\n%s".formatted(name, text), StandardCharsets.UTF_8);
			Files.move(half, place(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(half);
		}
	}

	/** Forgets a text, such as when it was saved. */
	public void remove(String name) throws IOException {
		Files.deleteIfExists(place(name));
	}

	/** Returns all drafts by name. One that cannot be read is left where it is. */
	public List<Draft> all() throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		List<Draft> drafts = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).sorted().toList()) {
				read(file).ifPresent(drafts::add);
			}
		}
		drafts.sort((a, b) -> a.name().compareTo(b.name()));
		return List.copyOf(drafts);
	}

	/** Reads a draft; nothing when it has gone meanwhile, because its text was saved, or is no text: the others are to be found all the same. */
	private static Optional<Draft> read(Path file) {
		try {
			String content = Files.readString(file, StandardCharsets.UTF_8);
			int end = content.indexOf('\n');
			return end < 0 ? Optional.empty() : Optional.of(new Draft(content.substring(0, end), content.substring(end + 1)));
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	/** The name's letters would not do as a file's name everywhere: its digest in hexadecimal does. */
	private Path place(String name) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
			return folder.resolve("%s%s".formatted(HexFormat.of().formatHex(digest, 0, 16), SUFFIX));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}
}
