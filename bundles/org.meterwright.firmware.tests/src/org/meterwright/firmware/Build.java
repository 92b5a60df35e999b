// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Meter;

/** Generated firmware in a folder, compiled and run. */
final class Build {
	static final List<String> WARNINGS = List.of("-pedantic", "-Wall", "-Wextra", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wcast-qual", "-Wundef", "-Werror");
	static final List<String> C_WARNINGS = List.of("-std=c99", "-Wstrict-prototypes", "-Wmissing-prototypes");
	static final List<String> INCLUDES = List.of("-I.", "-Iruntime", "-Iruntime/server", "-Iselftest");

	private final Path folder;
	private final String prefix;
	private final GeneratedFirmware firmware;

	Build(Path folder, Meter meter, String prefix) {
		this(folder, meter, FirmwareOptions.of(prefix));
	}

	Build(Path folder, Meter meter, FirmwareOptions options) {
		this.folder = folder;
		this.prefix = options.prefix();
		this.firmware = FirmwareGenerator.generate(meter, options);
		firmware.files().forEach(this::write);
	}

	private void write(String name, GeneratedFile file) {
		try {
			Path path = folder.resolve(name);
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.content());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	GeneratedFirmware firmware() {
		return firmware;
	}

	Path folder() {
		return folder;
	}

	String prefix() {
		return prefix;
	}

	/** Lists C files: tables, memories and access code, with or without the self-test. */
	List<String> sources(boolean selfTest) {
		List<String> sources = new ArrayList<>();
		for (Map.Entry<String, GeneratedFile> file : firmware.files().entrySet()) {
			String name = file.getKey();
			boolean test = name.startsWith("selftest/");
			boolean alone = name.startsWith("selftest/vectors/") || name.startsWith("selftest/apdus/");
			boolean server = name.startsWith("runtime/server/") || name.startsWith("runtime/host/") || name.startsWith("host/");
			if (!server && name.endsWith(".c") && !name.endsWith("startup_mps2.c") && !alone && (test ? selfTest : !selfTest || !file.getValue().userOwned())) {
				sources.add(name);
			}
		}
		return sources;
	}

	/** Lists the C files of the server. */
	List<String> serverSources() {
		return firmware.files().keySet().stream().filter(name -> name.startsWith("runtime/server/") && name.endsWith(".c")).toList();
	}

	/** Compiles each C file by itself with all warnings as errors. */
	void compileEach(String compiler, List<String> options, List<String> sources) {
		for (String source : sources) {
			List<String> arguments = new ArrayList<>(options);
			arguments.addAll(WARNINGS);
			arguments.addAll(INCLUDES);
			arguments.addAll(List.of("-c", source, "-o", "%s.%s.o".formatted(source, compiler)));
			succeed(compiler, arguments);
		}
	}

	/** Compiles and links the self-test for this machine and runs it. */
	void selfTest(String compiler, List<String> options) {
		run(compiler, options, sources(true));
	}

	/** Compiles and links sources for this machine and runs them; they must end with 0. Returns what they print. */
	String run(String compiler, List<String> options, List<String> sources) {
		List<String> arguments = new ArrayList<>(options);
		arguments.addAll(INCLUDES);
		arguments.addAll(sources);
		arguments.addAll(List.of("-o", "program_host", "-lm"));
		succeed(compiler, arguments);
		return succeed(folder.resolve("program_host").toString(), List.of()).output();
	}

	/** Links the self-test for a board and runs it in QEMU. */
	void selfTestInQemu(Board board) {
		runInQemu(board, sources(true));
	}

	/** Links sources for a board and runs them in QEMU; they must end with 0. Returns what they print. */
	String runInQemu(Board board, List<String> sources) {
		return runInQemu(board, List.of("-std=c99", "-Os"), sources, List.of());
	}

	String runInQemu(Board board, List<String> options, List<String> sources, List<String> machine) {
		List<String> arguments = new ArrayList<>(options);
		arguments.addAll(List.of("-mcpu=%s".formatted(board.core()), "-mthumb", "--specs=nano.specs", "--specs=rdimon.specs", "-nostartfiles", "-Tselftest/mps2_an386.ld"));
		arguments.addAll(INCLUDES);
		arguments.addAll(sources);
		Tool.Outcome crt = new Tool("arm-none-eabi-gcc").run(folder, List.of("-mcpu=%s".formatted(board.core()), "-mthumb", "-print-file-name=rdimon-crt0.o"));
		arguments.addAll(List.of("selftest/startup_mps2.c", crt.output().strip(), "-o", "target.elf"));
		succeed("arm-none-eabi-gcc", arguments);
		List<String> run = new ArrayList<>(List.of("-M", board.machine(), "-cpu", board.core(), "-nographic", "-monitor", "none", "-serial", "none", "-semihosting-config",
				"enable=on,target=native", "-kernel", "target.elf"));
		run.addAll(machine);
		return succeed("qemu-system-arm", run).output();
	}

	/** Links tables and access code with a program under the sanitizers and runs it; it returns 0. */
	String run(String program) throws IOException {
		Files.writeString(folder.resolve("program.c"), program);
		List<String> arguments = new ArrayList<>(List.of("-std=c99", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
		arguments.addAll(INCLUDES);
		arguments.addAll(sources(false));
		arguments.addAll(List.of("program.c", "-o", "program", "-lm"));
		succeed("gcc", arguments);
		Tool.Outcome outcome = new Tool(folder.resolve("program").toString()).run(folder, List.of());
		assertEquals(0, outcome.exit(), outcome.output());
		return outcome.output();
	}

	/** Reads a file of Intel HEX back. */
	byte[] hex(String name) {
		return octets(firmware.files().get(name).content());
	}

	/** Reads Intel HEX back, each record with its checksum. */
	static byte[] octets(String hex) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int upper = 0;
		for (String line : hex.lines().toList()) {
			byte[] octets = HexFormat.of().parseHex(line.substring(1));
			int sum = 0;
			for (byte octet : octets) {
				sum += octet;
			}
			assertEquals(0, sum & 0xFF, line);
			if (octets[3] == 4) {
				upper = (octets[4] & 0xFF) << 8 | octets[5] & 0xFF;
			} else if (octets[3] == 0) {
				assertEquals(out.size(), upper << 16 | (octets[1] & 0xFF) << 8 | octets[2] & 0xFF, line);
				out.write(octets, 4, octets[0]);
			}
		}
		return out.toByteArray();
	}

	Tool.Outcome succeed(String tool, List<String> arguments) {
		Tool.Outcome outcome = new Tool(tool).require().run(folder, arguments);
		assertEquals(0, outcome.exit(), () -> "%s %s%n%s".formatted(tool, String.join(" ", arguments), outcome.output()));
		return outcome;
	}
}
