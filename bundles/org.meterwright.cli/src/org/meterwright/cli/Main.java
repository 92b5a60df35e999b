// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.Locale;

/** Starts the command line. */
public final class Main {

	private Main() {
	}

	/** Run a command and end with its exit code. */
	public static void main(String[] arguments) {
		Locale.setDefault(Locale.ROOT); // the same words and digits on every machine
		Console console = Console.ofProcess();
		ExitCode exitCode = new CommandLineProgram(console).run(arguments);
		console.flush();
		System.exit(exitCode.status());
	}
}
