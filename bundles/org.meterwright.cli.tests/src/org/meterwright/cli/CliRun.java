// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a run of the program gave.
 *
 * @param exitCode how it ended
 * @param results  standard output
 * @param progress standard error
 */
public record CliRun(ExitCode exitCode, String results, String progress) {

	/** Run the program. */
	public static CliRun of(Object... arguments) {
		ByteArrayOutputStream results = new ByteArrayOutputStream();
		ByteArrayOutputStream progress = new ByteArrayOutputStream();
		Console console = new Console(new PrintStream(results, false, StandardCharsets.UTF_8), new PrintStream(progress, false, StandardCharsets.UTF_8));
		String[] texts = new String[arguments.length];
		for (int i = 0; i < texts.length; i++) {
			texts[i] = arguments[i].toString();
		}
		ExitCode exitCode = new CommandLineProgram(console).run(texts);
		return new CliRun(exitCode, results.toString(StandardCharsets.UTF_8), progress.toString(StandardCharsets.UTF_8));
	}

	/** Return the last line of the progress. */
	public String lastNote() {
		return progress.lines().reduce("", (before, line) -> line);
	}

	@Override
	public String toString() {
		return "exit %d%n-- results%n%s-- progress%n%s".formatted(exitCode.status(), results, progress);
	}
}
