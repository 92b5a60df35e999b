// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.host;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.meterwright.firmware.GeneratedFile;
import org.meterwright.firmware.GeneratedFirmware;

/** Generated firmware, compiled for this computer in a folder of its own, which goes away again. */
public final class MeterProgram implements AutoCloseable {
	private static final int SECONDS = 300;
	private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");

	private final Path folder;
	private final Path program;

	private MeterProgram(Path folder) {
		this.folder = folder;
		this.program = folder.resolve("served_meter").toAbsolutePath();
	}

	/** Finds a C compiler on this computer. */
	public static Optional<String> compiler() {
		return COMPILERS.stream().filter(name -> Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
				.anyMatch(each -> !each.isEmpty() && Files.isExecutable(Path.of(each, name)))).findFirst();
	}

	/**
	 * Compiles firmware with its reference runtime.
	 *
	 * @throws IOException when a file cannot be written or the compiler does not take the tables
	 */
	public static MeterProgram compile(GeneratedFirmware firmware, String compiler) throws IOException {
		MeterProgram made = new MeterProgram(Files.createTempDirectory("meterwright"));
		try {
			made.build(firmware, compiler);
			return made;
		} catch (IOException e) {
			made.close();
			throw e;
		}
	}

	private void build(GeneratedFirmware firmware, String compiler) throws IOException {
		List<String> command = new ArrayList<>(List.of(compiler, "-std=c99", "-O1", "-I.", "-Iruntime", "-Iruntime/server", "-Iruntime/host"));
		for (Map.Entry<String, GeneratedFile> file : firmware.files().entrySet()) {
			Path target = folder.resolve(file.getKey());
			Files.createDirectories(target.getParent());
			Files.writeString(target, file.getValue().content());
			if (isSource(file.getKey())) {
				command.add(file.getKey());
			}
		}
		command.addAll(List.of("-o", program.getFileName().toString(), "-lm"));
		run(command);
	}

	/** The host program answers for the firmware team's functions; the self-test and the factory image are no part of it. */
	private static boolean isSource(String path) {
		return path.endsWith(".c") && !path.startsWith("selftest/") && !path.startsWith("factory/") && !path.endsWith("_handlers.c");
	}

	private void run(List<String> command) throws IOException {
		Path log = folder.resolve("compiler.log");
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try {
			if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IOException("%s did not end within %d seconds".formatted(command.getFirst(), SECONDS));
			}
		} catch (InterruptedException e) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException("%s was interrupted".formatted(command.getFirst()));
		}
		if (process.exitValue() != 0) {
			String first = Files.readString(log, StandardCharsets.UTF_8).lines().filter(line -> line.contains("error")).findFirst().orElse("no reason was given");
			throw new IOException("%s does not take the firmware tables: %s".formatted(command.getFirst(), first));
		}
	}

	/** Returns the program. */
	public Path program() {
		return program;
	}

	@Override
	public void close() throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}
}
