// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/** A program of the machine, such as a compiler. */
record Tool(String name) {
	private static final long PATIENCE_SECONDS = 300;

	/** What a program said and how it ended. */
	record Outcome(int exit, String output) {
	}

	boolean isPresent() {
		if (Path.of(name).isAbsolute()) {
			return Files.isExecutable(Path.of(name));
		}
		for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
			if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
				return true;
			}
		}
		return false;
	}

	/** Skips the test when the program is not on the machine. */
	Tool require() {
		Assumptions.assumeTrue(isPresent(), "%s is not on this machine; the test is skipped".formatted(name));
		return this;
	}

	Outcome run(Path folder, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(name));
		command.addAll(arguments);
		try {
			Path log = Files.createTempFile("tool", ".log");
			Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
			if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				return new Outcome(-1, "%s did not end".formatted(name));
			}
			String output = Files.readString(log, StandardCharsets.UTF_8);
			Files.delete(log);
			return new Outcome(process.exitValue(), output);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}
}
