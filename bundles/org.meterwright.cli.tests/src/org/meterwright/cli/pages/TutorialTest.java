// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cli.CTool;
import org.meterwright.cli.CliRun;

/**
 * Goes through the tutorial as a reader does: writes its files, gives its commands, and sees what it says. With
 * {@code -Dmeterwright.accept=true} what the program says now is written into the page.
 */
class TutorialTest {

	private static final boolean ACCEPT = Boolean.getBoolean("meterwright.accept");
	private static final Path TUTORIAL = Path.of("../../docs/tutorial.md");
	private static final String PROGRAM = "./meterwright ";

	@TempDir
	private Path folder;

	@Test
	void theTutorialIsTrue() throws Exception {
		new CTool("gcc").require();
		Page page = Page.read(TUTORIAL);
		String said = "";
		String accepted = page.text();
		for (Block block : page.blocks()) {
			switch (block.kind()) {
				case "cosem" -> write(block);
				case "sh" -> said = run(block.text().strip());
				case "output" -> accepted = accepted.replace(output(block.text()), output(said(block, said)));
				default -> throw new AssertionError("line %d: a block of kind '%s'".formatted(block.line(), block.kind()));
			}
		}
		assertTrue(Files.exists(folder.resolve("build/m1_tables.c")));
		if (ACCEPT) {
			Files.writeString(TUTORIAL, accepted);
		}
	}

	private static String said(Block block, String said) {
		assertTrue(ACCEPT || block.text().equals(said), () -> "line %d: the page says%n%sbut the program%n%s".formatted(block.line(), block.text(), said));
		return said;
	}

	private static String output(String text) {
		return "```output\n%s```".formatted(text);
	}

	private void write(Block block) throws IOException {
		Path file = folder.resolve(block.file().orElseThrow());
		Files.createDirectories(file.getParent());
		Files.writeString(file, String.join("\n", block.lines().subList(1, block.lines().size())) + "\n");
		assertEquals("", CliRun.of("format", "--check", file).results(), "line %d is not formatted".formatted(block.line()));
	}

	private String run(String command) throws IOException, InterruptedException {
		return (command.startsWith(PROGRAM) ? meterwright(command.substring(PROGRAM.length())) : shell(command)).replace("%s/".formatted(folder), "");
	}

	/** The program in this process: what begins a path of the page begins in the test's folder; progress that nobody keeps is left out. */
	private String meterwright(String command) {
		Object[] arguments = Arrays.stream(command.split(" ")).map(each -> List.of("m1", "build").contains(each) ? folder.resolve(each) : each).toArray();
		CliRun run = CliRun.of(arguments);
		String summary = run.progress().lines().filter(line -> !line.endsWith("...")).reduce("", (before, line) -> before + line + "\n");
		return (run.results() + summary).replace("in %s".formatted(folder.resolve("build")), "in build");
	}

	private String shell(String command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), said);
		return said;
	}
}
