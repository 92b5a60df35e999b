// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds and runs C compilers and what they made. */
final class CToolchain {

	/** Warnings under which generated C must be silent. */
	static final List<String> WARNINGS = List.of("-pedantic", "-Wall", "-Wextra", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wcast-qual", "-Wundef",
			"-Werror");
	/** Further ones that only C knows. */
	static final List<String> C_WARNINGS = List.of("-std=c99", "-Wstrict-prototypes", "-Wmissing-prototypes");
	private static final int SECONDS = 300;

	/** What a program printed on both streams, and how it ended. */
	record Outcome(int status, String output) {
	}

	private CToolchain() {
	}

	/** Find a program on the path. */
	static Optional<String> find(String program) {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
				.map(folder -> Path.of(folder).resolve(program)).filter(Files::isExecutable).map(Path::toString).findFirst();
	}

	/** Run a program in a folder. */
	static Outcome run(Path folder, List<String> command) {
		try {
			Path output = Files.createTempFile(folder, "output", ".txt");
			Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
			if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IllegalStateException("%s did not end".formatted(command));
			}
			String text = Files.readString(output, StandardCharsets.UTF_8);
			Files.delete(output);
			return new Outcome(process.exitValue(), text);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** Compile and link all C files below a folder, and others; return the program. */
	static Path program(String compiler, Path folder, List<Path> others, String name) {
		List<String> command = new ArrayList<>(List.of(compiler, "-O1"));
		command.addAll(WARNINGS);
		command.addAll(C_WARNINGS);
		includes(folder).forEach(include -> command.add("-I%s".formatted(include)));
		sources(folder).stream().map(Path::toString).forEach(command::add);
		others.stream().map(Path::toString).forEach(command::add);
		Path program = folder.resolve(name);
		command.addAll(List.of("-o", program.toString()));
		Outcome outcome = run(folder, command);
		if (outcome.status() != 0 || !outcome.output().isBlank()) {
			throw new AssertionError("%s said:%n%s".formatted(compiler, outcome.output()));
		}
		return program;
	}

	/** Return the C files below a folder, sorted. */
	static List<Path> sources(Path folder) {
		return below(folder).filter(path -> path.toString().endsWith(".c")).toList();
	}

	private static List<Path> includes(Path folder) {
		return below(folder).filter(path -> path.toString().endsWith(".h")).map(Path::getParent).distinct().toList();
	}

	private static Stream<Path> below(Path folder) {
		try (Stream<Path> paths = Files.walk(folder)) {
			return paths.sorted().toList().stream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
