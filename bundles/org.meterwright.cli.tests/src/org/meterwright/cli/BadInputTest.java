// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bad input gets: one clear message at the right place, the exit code, and nothing half written. */
class BadInputTest {

	private static final String METER = """
			namespace a
			meter M {
			  device management at 1 named "ABC1" {
			    %s
			  }
			}
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"x: Regster 1-0:1.8.0*255                                                     | MW-LANG-002: no class Regster; did you mean Register?",
			"x: Data 0-0:96.1.0*255 { value: octet-string(6) = nowhere }                  | MW-LANG-020: no object nowhere",
			"x: Clock 0-0:1.0.0*255 { tme_zone = 5 min }                                  | MW-LANG-042: class Clock version 0 has no attribute tme_zone; did you mean time_zone?",
			"x: Data 0-0:96.1.0*255 { value: unsigned = 300 }                             | MW-LANG-051: 300 does not fit unsigned, which is 0 to 255",
			"x: Data 0-0:96.1.0*255 { value: long = -40000 }                              | MW-LANG-051: -40000 does not fit long, which is -32768 to 32767",
			"x: Clock 0-0:1.0.0*255 { time_zone = 5 V }                                   | MW-LANG-055: min is expected here, not V",
			"x: Register 1-0:300.8.0*255 { value: unsigned = 1 }                          | MW-LANG-059: group C of 1-0:300.8.0*255 is 300; it is 0 to 255" })
	void aMistakeIsToldAtItsPlace(String line, String message) throws IOException {
		Path file = write("m.cosem", METER.formatted(line));
		CliRun run = generate(file);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertEquals(1, run.results().lines().filter(each -> each.contains(": error ")).count(), run.toString());
		assertTrue(run.results().contains("%s:4: error %s\n".formatted(file, message)), run.toString());
		assertTrue(run.lastNote().startsWith("1 error, ") && run.lastNote().endsWith(". Nothing was generated."), run.toString());
		assertNothingWritten();
	}

	@Test
	void aHalfWrittenFileIsToldAtItsEnd() throws IOException {
		Path file = write("m.cosem", "namespace a\nmeter M {\n  device management at 1 named \"ABC1\" {\n");
		CliRun run = generate(file);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains(": error MW-LANG-001: the text ends too early: } is missing"), run.toString());
		assertNothingWritten();
	}

	@Test
	void aFileThatEndsInsideAWordIsTold() throws IOException {
		Path file = write("m.cosem", "namespace a\nmeter M {\n  device management at 1 named \"ABC1\" {\n    x: Register 1-0:1.8");
		CliRun run = generate(file);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("%s:4: error MW-LANG-001: the text ends in the middle of a number, date or logical name".formatted(file)), run.toString());
		assertNothingWritten();
	}

	@Test
	void objectsThatAreLikeThemselvesAreTold() throws IOException {
		Path file = write("m.cosem", METER.formatted("x: Register 1-0:1.8.0*255 like y  y: Register 1-0:2.8.0*255 like x"));
		CliRun run = generate(file);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("error MW-LANG-018: "), run.toString());
		assertNothingWritten();
	}

	@Test
	void aFileThatIsNoTextIsTold() throws IOException {
		Path file = folder.resolve("m.cosem");
		Files.write(file, "namespace a\nmeter M \u00ff".getBytes(StandardCharsets.ISO_8859_1));
		CliRun run = generate(file);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("%s:2: error MW-LANG-001: this is no text: octet 0xFF is not UTF-8".formatted(file)), run.toString());
		assertNothingWritten();
	}

	@Test
	void aMissingFileIsTold() {
		Path file = folder.resolve("none.cosem");
		CliRun run = generate(file);
		assertEquals(ExitCode.FAILURE, run.exitCode());
		assertEquals("%s: cannot be read: there is no such file or folder.\n".formatted(file), run.progress());
		assertNothingWritten();
	}

	@Test
	void aCycleOfInheritanceIsTold() throws IOException {
		Path file = write("m.cosem", "namespace a\nmeter A extends B { }\nmeter B extends A { }\n");
		CliRun run = generate(file);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("%s:2: error MW-LANG-010: meter B extends itself through A".formatted(file)), run.toString());
		assertTrue(run.results().contains("%s:3: error MW-LANG-010: meter A extends itself through B".formatted(file)), run.toString());
		assertNothingWritten();
	}

	@Test
	void aCycleOfImportsWithACycleOfInheritanceEnds() throws IOException {
		write("a.cosem", "namespace a\nimport b.*\nmeter M extends N { }\n");
		write("b.cosem", "namespace b\nimport a.*\nmeter N extends M { }\n");
		CliRun run = generate(folder);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("extends itself through"), run.toString());
		assertNothingWritten();
	}

	@Test
	void anImportOfNothingIsTold() throws IOException {
		Path file = write("m.cosem", "namespace a\nimport nowhere.*\n%s".formatted(METER.formatted("").substring("namespace a\n".length())));
		CliRun run = generate(file);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("%s:2: error MW-LANG-004: nothing is declared in nowhere.*".formatted(file)), run.toString());
		assertNothingWritten();
	}

	@Test
	void aTextThatIsNestedWithoutEndIsRefused() throws IOException {
		Path file = write("m.cosem", METER.formatted("x: Data 0-0:96.1.0*255 { value = %s }".formatted("[".repeat(30_000))));
		CliRun run = generate(file);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("error MW-LANG-001: brackets are nested too deeply"), run.toString());
		assertNothingWritten();
	}

	@Test
	void anOutputFolderThatIsAFileIsTold() throws IOException {
		Path file = write("m.cosem", METER.formatted("x: Data 0-0:96.1.0*255 { value: unsigned = 1 }"));
		Path blocked = Files.writeString(folder.resolve("out"), "a file\n");
		CliRun run = generate(file);
		assertEquals(ExitCode.FAILURE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().endsWith("cannot be written: something else stands there. Nothing was changed."), run.toString());
		assertEquals("a file\n", Files.readString(blocked));
	}

	@Test
	void anOutputFolderThatCannotBeMadeIsTold() throws IOException {
		Path file = write("m.cosem", METER.formatted("x: Data 0-0:96.1.0*255 { value: unsigned = 1 }"));
		Path nowhere = Path.of("/proc/meterwright/out");
		CliRun run = CliRun.of("generate", file, "-o", nowhere);
		assertEquals(ExitCode.FAILURE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().contains("cannot be written"), run.toString());
	}

	@Test
	void textWithoutAMeterGeneratesNothing() throws IOException {
		Path file = write("m.cosem", "namespace a\ntype t = unsigned\n");
		CliRun run = generate(file);
		assertEquals(ExitCode.USAGE, run.exitCode(), run.toString());
		assertEquals("There is no meter in the text: nothing to generate.", run.lastNote());
		assertNothingWritten();
	}

	@Test
	void aMeterThatIsNotThereIsWrongUse() throws IOException {
		Path file = write("m.cosem", METER.formatted(""));
		CliRun run = CliRun.of("generate", file, "-o", folder.resolve("out"), "--meter", "Other");
		assertEquals(ExitCode.USAGE, run.exitCode(), run.toString());
		assertEquals("There is no meter Other in the text; there are M.", run.lastNote());
		assertNothingWritten();
	}

	@Test
	void aPrefixThatIsNoNameIsWrongUse() throws IOException {
		Path file = write("m.cosem", METER.formatted(""));
		CliRun run = CliRun.of("generate", file, "-o", folder.resolve("out"), "--prefix", "9 lives");
		assertEquals(ExitCode.USAGE, run.exitCode(), run.toString());
		assertNothingWritten();
	}

	@Test
	void aFormatThatIsNotThereIsWrongUse() throws IOException {
		Path file = write("m.cosem", METER.formatted(""));
		CliRun run = CliRun.of("check", file, "--format", "yaml");
		assertEquals(ExitCode.USAGE, run.exitCode(), run.toString());
		assertFalse(run.progress().contains("\tat "), run.toString());
	}

	private CliRun generate(Path input) {
		return CliRun.of("generate", input, "-o", folder.resolve("out"));
	}

	private Path write(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	private void assertNothingWritten() {
		assertFalse(Files.exists(folder.resolve("out")));
	}
}
