// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.compiler;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a compiler says of a line, in the manner of GCC, Clang and their kin.
 *
 * @param file    file as the compiler names it
 * @param line    line, from 1
 * @param error   whether it is an error; else a warning
 * @param message what is wrong
 */
public record Complaint(String file, int line, boolean error, String message) {
	private static final Pattern LINE = Pattern.compile("(.+?):(\\d+)(?::\\d+)?: (?:fatal )?(error|warning): (.*)");

	/** Reads a line of a compiler's output; nothing when it is something else. */
	public static Optional<Complaint> of(String output) {
		Matcher found = LINE.matcher(output);
		return found.matches() ? Optional.of(new Complaint(found.group(1), Integer.parseInt(found.group(2)), found.group(3).equals("error"), found.group(4))) : Optional.empty();
	}

	/** Reads all lines. */
	public static List<Complaint> all(String output) {
		return output.lines().map(Complaint::of).flatMap(Optional::stream).toList();
	}
}
