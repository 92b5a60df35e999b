// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in plain words why a file could not be read or written. */
public final class InputOutput {

	private InputOutput() {
	}

	/** Return the reason in a few words, to stand behind a colon. */
	public static String why(IOException reason) {
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
