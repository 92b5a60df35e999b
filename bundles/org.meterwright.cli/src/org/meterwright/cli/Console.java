// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command speaks: results on one stream, everything else on the other. Both are UTF-8 with {@code \n} on every machine.
 *
 * @param results  standard output
 * @param progress standard error
 */
public record Console(PrintStream results, PrintStream progress) {

	/** Return the streams of the process. */
	public static Console ofProcess() {
		return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err));
	}

	/** Print a line of the result. */
	public void result(String line) {
		results.print(line);
		results.print('\n');
	}

	/** Print text of the result as it is. */
	public void resultText(String text) {
		results.print(text);
	}

	/** Print a line that is not part of the result. */
	public void note(String line) {
		progress.print(line);
		progress.print('\n');
	}

	/** Send out everything that was printed. */
	public void flush() {
		results.flush();
		progress.flush();
	}

	private static PrintStream stream(FileDescriptor descriptor) {
		return new PrintStream(new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13), false, StandardCharsets.UTF_8);
	}
}
