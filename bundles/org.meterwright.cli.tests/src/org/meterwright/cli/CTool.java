// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/** A program of this machine, such as a compiler, run in a folder. */
public record CTool(String name) {

	private static final int SECONDS = 300;

	/** Skip the test when the program is not on this machine. */
	public CTool require() {
		boolean present = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
				.anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, name)));
		Assumptions.assumeTrue(present || name.contains("/"), "%s is not on this machine; the test is skipped".formatted(name));
		return this;
	}

	/** Run it, expect that it succeeds, and return what it printed. */
	public String run(Path folder, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(name));
		command.addAll(arguments);
		try {
			Path log = Files.createTempFile("tool", ".log");
			Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
			if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new AssertionError("%s did not end".formatted(command));
			}
			String output = Files.readString(log, StandardCharsets.UTF_8);
			Files.delete(log);
			assertEquals(0, process.exitValue(), () -> "%s%n%s".formatted(String.join(" ", command), output));
			return output;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}
}
