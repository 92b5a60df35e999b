// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

import org.meterwright.dsl.ide.server.MeterwrightServer;

/** Serves an editor on standard input and output until it closes them. */
@picocli.CommandLine.Command(name = "language-server", aliases = "lsp", description = "Serve an editor by the language server protocol on standard input and output.")
final class LanguageServerCommand implements Command {

	@picocli.CommandLine.Option(names = "--stdio", description = "Speak on standard input and output, as is always done; some editors say it.")
	private boolean stdio;

	@Override
	public ExitCode perform() {
		InputStream in = new FileInputStream(FileDescriptor.in);
		OutputStream out = new FileOutputStream(FileDescriptor.out);
		// Whatever else is printed must not get between the messages.
		PrintStream former = System.out;
		System.setOut(System.err);
		try {
			return MeterwrightServer.serve(in, out) ? ExitCode.FINE : ExitCode.FAILURE;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return ExitCode.FAILURE;
		} finally {
			System.setOut(former);
		}
	}
}
