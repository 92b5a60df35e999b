// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {

	private static final String UGLY = "namespace a\nmeter M { property   x=1\nmemory ram = 2 KiB // small\n}\n";
	private static final String NEAT = """
			namespace a
			meter M {
			  property x = 1
			  memory ram = 2 KiB // small
			}
			""";

	@TempDir
	private Path folder;

	@Test
	void formatsInPlace() throws IOException {
		Path file = Files.writeString(folder.resolve("m.cosem"), UGLY);
		CliRun run = CliRun.of("format", file);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertEquals(NEAT, Files.readString(file));
		assertEquals("", run.results());
		assertEquals(ExitCode.FINE, CliRun.of("format", "--check", folder).exitCode());
	}

	@Test
	void checksWithoutWriting() throws IOException {
		Path file = Files.writeString(folder.resolve("m.cosem"), UGLY);
		CliRun run = CliRun.of("format", "--check", folder);
		assertEquals(ExitCode.FINDINGS, run.exitCode());
		assertEquals("%s\n".formatted(file), run.results());
		assertEquals(UGLY, Files.readString(file));
	}

	@Test
	void aSyntaxErrorStopsEverything() throws IOException {
		Path good = Files.writeString(folder.resolve("a.cosem"), UGLY);
		Path bad = Files.writeString(folder.resolve("b.cosem"), "namespace a\nmeter M {\n  property = 1\n}\n");
		CliRun run = CliRun.of("format", good, bad);
		assertEquals(ExitCode.FINDINGS, run.exitCode());
		assertTrue(run.results().startsWith("%s:3: error: ".formatted(bad)), run.toString());
		assertEquals(UGLY, Files.readString(good));
	}

	@Test
	void aFileThatIsNotTextIsToldWithItsLine() throws IOException {
		Path file = Files.write(folder.resolve("m.cosem"), new byte[] { 'n', 'a', '\n', (byte) 0xFF, 'x' });
		CliRun run = CliRun.of("format", file);
		assertEquals(ExitCode.FAILURE, run.exitCode());
		assertEquals("%s:2: this is not text in UTF-8.\n".formatted(file), run.progress());
	}

	@Test
	void aMissingFileIsTold() {
		Path file = folder.resolve("none.cosem");
		CliRun run = CliRun.of("format", file);
		assertEquals(ExitCode.FAILURE, run.exitCode());
		assertEquals("%s: cannot be read: there is no such file or folder.\n".formatted(file), run.progress());
	}

	@Test
	void anEmptyFolderIsTold() {
		CliRun run = CliRun.of("format", folder);
		assertEquals(ExitCode.FAILURE, run.exitCode());
		assertEquals("%s: there is no .cosem file in this folder.\n".formatted(folder), run.progress());
	}
}
