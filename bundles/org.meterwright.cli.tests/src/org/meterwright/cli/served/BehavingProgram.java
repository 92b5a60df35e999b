// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.meterwright.cli.CTool;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;

/** The meter of samples/behaviour as a program under the sanitizers, compiled once for all tests of behaviour. */
final class BehavingProgram {

	private static final Path MODEL = Path.of("samples/behaviour");

	private static byte[] compiled = new byte[0];

	private BehavingProgram() {
	}

	/** Put the program into a folder and return it. */
	static synchronized Path in(Path folder) throws IOException {
		new CTool("gcc").require();
		if (compiled.length == 0) {
			CliRun run = CliRun.of("generate", MODEL, "-o", folder);
			assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
			compiled = Files.readAllBytes(new GeneratedFolder(folder).host(List.of("-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all")));
		}
		Path program = Files.write(folder.resolve("behaving_meter"), compiled).toAbsolutePath();
		assertTrue(program.toFile().setExecutable(true), program.toString());
		return program;
	}
}
