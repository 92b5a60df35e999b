// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

import org.meterwright.dsl.output.InputOutput;

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
		return new Problem(ExitCode.FAILURE, "%s: cannot be read: %s.".formatted(file, InputOutput.why(reason)));
	}

	/** Return how the program ends. */
	public ExitCode exitCode() {
		return exitCode;
	}
}
