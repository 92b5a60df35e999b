// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Writes files together: all of them or none.
 * <p>
 * Everything is first written beside its place under a temporary name; only when all of it is on the disk are the files moved into
 * place. When a move fails, those before it are undone. A file whose content stays the same is not touched.
 */
public final class OutputFiles {

	private static final String FRESH = ".meterwright-new";
	private static final String FORMER = ".meterwright-old";

	private final List<Path> madeFolders = new ArrayList<>();
	private final Deque<Move> moves = new ArrayDeque<>();

	/** What became of the files. */
	public record Outcome(int written, int unchanged, int kept) {
	}

	private record Move(Path fresh, Path former, Path target) {
	}

	private OutputFiles() {
	}

	/** Write the files; throw {@link OutputException} and leave everything as it was when that is impossible. */
	public static Outcome write(List<OutputFile> files) {
		return new OutputFiles().run(files);
	}

	private Outcome run(List<OutputFile> files) {
		int unchanged = 0;
		int kept = 0;
		List<OutputFile> changed = new ArrayList<>();
		for (OutputFile file : files) {
			if (file.userOwned() && Files.exists(file.path())) {
				kept++;
			} else if (hasContent(file)) {
				unchanged++;
			} else {
				changed.add(file);
			}
		}
		for (OutputFile file : changed) {
			prepare(file);
		}
		commit();
		return new Outcome(changed.size(), unchanged, kept);
	}

	private static boolean hasContent(OutputFile file) {
		try {
			return Files.isRegularFile(file.path()) && Files.size(file.path()) == file.length() && isSame(file);
		} catch (IOException e) {
			return false;
		}
	}

	private static boolean isSame(OutputFile file) throws IOException {
		try (InputStream in = Files.newInputStream(file.path())) {
			for (byte[] piece : file.pieces()) {
				if (!Arrays.equals(in.readNBytes(piece.length), piece)) {
					return false;
				}
			}
			return true;
		}
	}

	private static void write(Path path, List<byte[]> pieces) throws IOException {
		try (OutputStream out = Files.newOutputStream(path)) {
			for (byte[] piece : pieces) {
				out.write(piece);
			}
		}
	}

	private void prepare(OutputFile file) {
		Path target = file.path().toAbsolutePath();
		try {
			if (Files.isSymbolicLink(target) && Files.exists(target)) {
				target = target.toRealPath();
			}
			if (Files.isDirectory(target)) {
				throw new FileAlreadyExistsException(target.toString());
			}
			makeFolders(target.getParent());
			Path fresh = sibling(target, FRESH);
			moves.addLast(new Move(fresh, sibling(target, FORMER), target));
			write(fresh, file.pieces());
		} catch (IOException e) {
			undo(0);
			throw OutputException.writing(file.path(), e);
		}
	}

	private void makeFolders(Path folder) throws IOException {
		if (Files.isDirectory(folder)) {
			return;
		}
		if (Files.exists(folder)) {
			throw new FileAlreadyExistsException(folder.toString());
		}
		makeFolders(folder.getParent());
		Files.createDirectory(folder);
		madeFolders.add(folder);
	}

	private void commit() {
		int done = 0;
		for (Move move : moves) {
			try {
				deleteQuietly(move.former());
				done++;
				if (Files.exists(move.target())) {
					Files.move(move.target(), move.former(), StandardCopyOption.REPLACE_EXISTING);
				}
				Files.move(move.fresh(), move.target());
			} catch (IOException e) {
				undo(done);
				throw OutputException.writing(move.target(), e);
			}
		}
		moves.forEach(move -> deleteQuietly(move.former()));
	}

	/** Take back the first moves and remove everything temporary. */
	private void undo(int begun) {
		int position = 0;
		for (Move move : moves) {
			boolean attempted = position++ < begun;
			if (attempted && Files.exists(move.former())) {
				restore(move);
			} else if (attempted && !Files.exists(move.fresh())) {
				deleteQuietly(move.target());
			}
			deleteQuietly(move.fresh());
		}
		madeFolders.reversed().forEach(OutputFiles::deleteQuietly);
	}

	private static void restore(Move move) {
		try {
			Files.move(move.former(), move.target(), StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			throw new OutputException("%s: could not be restored; its former content is in %s.".formatted(move.target(), move.former()));
		}
	}

	private static void deleteQuietly(Path path) {
		try {
			Files.deleteIfExists(path);
		} catch (IOException e) {
			// what is left has a name that tells what it is
		}
	}

	private static Path sibling(Path target, String suffix) {
		return target.resolveSibling(".%s%s".formatted(target.getFileName(), suffix));
	}
}
