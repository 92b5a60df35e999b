// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents show is what the program does. */
class DocumentsTest {

	private static final Path DOCUMENTS = Path.of("../../docs");
	private static final Pattern METER = Pattern.compile("```\n(namespace acme.*?)```", Pattern.DOTALL);

	@TempDir
	private Path folder;

	@Test
	void theFirstMeterHasNoFindingAndIsFormatted() throws IOException {
		Matcher matcher = METER.matcher(Files.readString(DOCUMENTS.resolve("getting-started.md")));
		assertTrue(matcher.find());
		Path file = Files.writeString(folder.resolve("meter.cosem"), matcher.group(1));
		CliRun run = CliRun.of("check", file);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertEquals("", run.results());
		assertEquals(ExitCode.FINE, CliRun.of("format", "--check", file).exitCode());
	}

	@Test
	void theCommandsAreTheProgramsCommands() throws IOException {
		String page = Files.readString(DOCUMENTS.resolve("getting-started.md"));
		for (String command : new String[] { "check", "generate", "format", "import objectlist", "compare", "textconv", "explain" }) {
			assertTrue(page.contains("`%s ".formatted(command)), command);
			Object[] help = "%s --help".formatted(command).split(" ");
			assertEquals(ExitCode.FINE, CliRun.of(help).exitCode(), command);
		}
	}
}
