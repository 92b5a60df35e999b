// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code generate} wrote, for compiling and running.
 *
 * @param folder where it is
 */
public record GeneratedFolder(Path folder) {

	private static final List<String> WARNINGS = List.of("-pedantic", "-Wall", "-Wextra", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wcast-qual",
			"-Wundef", "-Werror");
	private static final List<String> C = List.of("-std=c99", "-Wstrict-prototypes", "-Wmissing-prototypes");
	private static final List<String> INCLUDES = List.of("-I.", "-Iruntime", "-Iruntime/server", "-Iselftest");

	/** Compile and link the self-test for this machine, without a warning, and run it without a difference. */
	void selfTest(String compiler) {
		List<String> arguments = options(C);
		arguments.addAll(sources(true));
		arguments.addAll(List.of("-o", "selftest_%s".formatted(compiler), "-lm"));
		new CTool(compiler).require().run(folder, arguments);
		String said = new CTool(folder.resolve("selftest_%s".formatted(compiler)).toAbsolutePath().toString()).run(folder, List.of());
		assertEquals(0, said.lines().filter(line -> line.contains("FAIL")).count(), said);
	}

	/** Compile and link the program that compares golden APDUs, without a warning, and run it without a difference; every association is opened. */
	void apdus(int associations) {
		List<String> arguments = options(C);
		arguments.add("-Iselftest/apdus");
		arguments.addAll(apduSources());
		arguments.addAll(List.of("-o", "apdus", "-lm"));
		new CTool("gcc").require().run(folder, arguments);
		String said = new CTool(folder.resolve("apdus").toAbsolutePath().toString()).run(folder, List.of());
		assertTrue(said.startsWith("%d associations, ".formatted(associations)) && said.strip().endsWith(" 0 differences"), said);
	}

	/** Link the self-test for a Cortex-M4 and run it in QEMU. */
	void selfTestInQemu() {
		runInQemu(sources(true));
	}

	/** Link the program that compares golden APDUs for a Cortex-M4 and run it in QEMU; return what it says. */
	String apdusInQemu() {
		return runInQemu(apduSources());
	}

	private String runInQemu(List<String> sources) {
		CTool qemu = new CTool("qemu-system-arm").require();
		CTool gcc = new CTool("arm-none-eabi-gcc").require();
		String crt = gcc.run(folder, List.of("-mcpu=cortex-m4", "-mthumb", "-print-file-name=rdimon-crt0.o")).strip();
		List<String> arguments = new ArrayList<>(INCLUDES);
		arguments.addAll(List.of("-Iselftest/apdus", "-std=c99", "-mcpu=cortex-m4", "-mthumb", "-Os", "--specs=nano.specs", "--specs=rdimon.specs", "-nostartfiles", "-Tselftest/mps2_an386.ld"));
		arguments.addAll(sources);
		arguments.addAll(List.of("selftest/startup_mps2.c", crt, "-o", "selftest.elf"));
		gcc.run(folder, arguments);
		return qemu.run(folder, List.of("-M", "mps2-an386", "-cpu", "cortex-m4", "-nographic", "-monitor", "none", "-serial", "none", "-semihosting-config",
				"enable=on,target=native", "-kernel", "selftest.elf"));
	}

	private List<String> apduSources() {
		List<String> sources = new ArrayList<>(sources(false).stream().filter(name -> !name.endsWith("_handlers.c")).toList());
		sources.addAll(inFolder("runtime/server/"));
		sources.addAll(inFolder("selftest/apdus/"));
		return sources;
	}

	/** Compile each file that goes into the product by itself, without a warning. */
	void compileEach(String compiler, List<String> options) {
		CTool tool = new CTool(compiler).require();
		List<String> sources = new ArrayList<>(sources(false));
		sources.addAll(inFolder("runtime/server/"));
		for (String source : sources) {
			List<String> arguments = options(options);
			arguments.addAll(List.of("-c", source, "-o", "%s.%s.o".formatted(source, compiler)));
			tool.run(folder, arguments);
		}
	}

	/** Build the tables with a program of the tests and return what it prints. */
	String outputOf(Path program, String prefix) {
		List<String> arguments = options(C);
		arguments.add("-DMETER_HEADER=\"%s.h\"".formatted(prefix));
		arguments.add("-DMETER=%s_meter".formatted(prefix));
		arguments.addAll(sources(false));
		arguments.addAll(List.of(program.toAbsolutePath().toString(), "-o", "program"));
		new CTool("gcc").require().run(folder, arguments);
		return new CTool(folder.resolve("program").toAbsolutePath().toString()).run(folder, List.of());
	}

	private static List<String> options(List<String> language) {
		List<String> options = new ArrayList<>(language);
		options.addAll(WARNINGS);
		options.addAll(INCLUDES);
		return options;
	}

	/** Link the meter that serves on this computer: two compilers at a time. Return the program. */
	public Path host(List<String> options) {
		List<String> arguments = options(C);
		arguments.addAll(options);
		arguments.add("-Iruntime/host");
		List<String> sources = new ArrayList<>(sources(false).stream().filter(name -> !name.endsWith("_handlers.c") && !name.startsWith("factory/")).toList());
		for (String part : List.of("runtime/server/", "runtime/host/", "host/")) {
			sources.addAll(inFolder(part));
		}
		CTool gcc = new CTool("gcc").require();
		int half = sources.size() / 2;
		List.of(sources.subList(0, half), sources.subList(half, sources.size())).parallelStream().forEach(part -> {
			List<String> compile = new ArrayList<>(arguments);
			compile.add("-c");
			compile.addAll(part);
			gcc.run(folder, compile);
		});
		arguments.addAll(sources.stream().map(name -> name.substring(name.lastIndexOf('/') + 1).replaceFirst("c$", "o")).toList());
		arguments.addAll(List.of("-o", "served_meter", "-lm"));
		gcc.run(folder, arguments);
		return folder.resolve("served_meter").toAbsolutePath();
	}

	private List<String> inFolder(String start) {
		return files().keySet().stream().filter(name -> name.startsWith(start) && name.endsWith(".c")).toList();
	}

	/** Return the C files of tables and access code: those of the self-test take the place of the firmware team's handlers. */
	private List<String> sources(boolean selfTest) {
		return files().keySet().stream().filter(name -> name.endsWith(".c") && !name.endsWith("startup_mps2.c") && !name.startsWith("selftest/vectors/") && !name.startsWith("selftest/apdus/"))
				.filter(name -> !name.startsWith("runtime/server/") && !name.startsWith("runtime/host/") && !name.startsWith("host/"))
				.filter(name -> selfTest ? !name.endsWith("_handlers.c") : !name.startsWith("selftest/")).toList();
	}

	/** Return all files with their content. */
	SortedMap<String, byte[]> files() {
		SortedMap<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return files;
	}
}
