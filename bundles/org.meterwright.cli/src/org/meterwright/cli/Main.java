// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

/** Starts the command line. */
public final class Main {

	private Main() {
	}

	/** Run a command and end with its exit code. */
	public static void main(String[] arguments) {
		Console console = Console.ofProcess();
		ExitCode exitCode = new CommandLineProgram(console).run(arguments);
		console.flush();
		System.exit(exitCode.status());
	}
}
