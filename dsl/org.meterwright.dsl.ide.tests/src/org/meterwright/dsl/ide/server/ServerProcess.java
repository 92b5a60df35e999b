// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/** Runs the server alone, as the command line does. */
public final class ServerProcess {

	private ServerProcess() {
	}

	/** Serves until the editor is gone. */
	public static void main(String[] arguments) throws InterruptedException {
		System.setOut(System.err);
		System.exit(MeterwrightServer.serve(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out)) ? 0 : 3);
	}
}
