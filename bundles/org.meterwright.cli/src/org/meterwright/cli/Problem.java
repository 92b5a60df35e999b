// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

/** Something that ends a command, told in one sentence and without a stack trace. */
public final class Problem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ExitCode exitCode;

	/** Make a problem. */
	public Problem(ExitCode exitCode, String sentence) {
		super(sentence, null, false, false);
		this.exitCode = Objects.requireNonNull(exitCode);
	}

	/** Make the problem that a file could not be read. */
	public static Problem reading(Path file, IOException reason) {
		return new Problem(ExitCode.FAILURE, "%s: cannot be read: %s.".formatted(file, why(reason)));
	}

	/** Make the problem that a file or folder could not be written. */
	public static Problem writing(Path file, IOException reason) {
		return new Problem(ExitCode.FAILURE, "%s: cannot be written: %s. Nothing was changed.".formatted(file, why(reason)));
	}

	/** Return how the program ends. */
	public ExitCode exitCode() {
		return exitCode;
	}

	private static String why(IOException reason) {
		return switch (reason) {
			case NoSuchFileException e -> "there is no such file or folder";
			case AccessDeniedException e -> "permission denied";
			case NotDirectoryException e -> "it is not a folder";
			case FileAlreadyExistsException e -> "something else stands there";
			case DirectoryNotEmptyException e -> "a folder that is not empty stands there";
			case FileSystemException e when e.getReason() != null -> lowerFirst(e.getReason());
			default -> reason.getMessage() == null ? "input or output failed" : lowerFirst(reason.getMessage());
		};
	}

	private static String lowerFirst(String text) {
		String oneLine = text.lines().findFirst().orElse("").strip();
		if (oneLine.isEmpty()) {
			return "input or output failed";
		}
		String sentence = oneLine.endsWith(".") ? oneLine.substring(0, oneLine.length() - 1) : oneLine;
		return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
	}
}
