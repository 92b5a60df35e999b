// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families on the command line: all variants or one, in a folder each, with findings that name the variants which have them. */
class VariantsTest {

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void writeAFamily() throws IOException {
		file = write("""
				namespace a
				abstract meter Base {
				  device management at 1 named "ABC1" { x: Data 0-0:96.1.0*255 { value: unsigned = 1 } }
				  association c client 16 to management 0-0:40.0.1*255 {
				    context logical_name plain
				    mechanism lowest
				    conformance get, block_transfer_get
				    grant read on *
				  }
				}
				meter M extends Base {
				  switch big
				  variant large = big
				  if big { device management { y: Data 0-0:96.1.1*255 { value: unsigned = 2 } } }
				}
				""");
	}

	private Path write(String text) throws IOException {
		return Files.writeString(folder.resolve("family.cosem"), text);
	}

	private void spoil(String from, String to) throws IOException {
		write(Files.readString(file).replace(from, to));
	}

	private List<String> made(Path out) throws IOException {
		try (var names = Files.list(out)) {
			return names.map(path -> path.getFileName().toString()).filter(name -> !name.startsWith(".")).sorted().toList();
		}
	}

	@Test
	void allVariantsAreCheckedAndListed() {
		CliRun run = CliRun.of("check", file);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		List<String> table = run.progress().lines().filter(line -> line.startsWith("variant ") || line.matches("M[ -].*")).toList();
		assertEquals(3, table.size(), run.toString());
		assertTrue(table.get(0).matches("variant +objects +errors +warnings +infos +flash +RAM +NVM"), run.toString());
		assertTrue(table.get(1).matches("M +5 +0 .*"), run.toString());
		assertTrue(table.get(2).matches("M-large +6 +0 .*"), run.toString());
	}

	@Test
	void oneVariantIsEnough() {
		CliRun run = CliRun.of("check", file, "--variant", "large");
		assertFalse(run.toString().contains("variant  "), run.toString());
		assertTrue(run.progress().contains("M-large: 6 objects"), run.toString());
		assertTrue(CliRun.of("check", file, "--variant", "plain").progress().contains("M: 5 objects"));
		assertTrue(CliRun.of("check", file, "--meter", "M-large").progress().contains("M-large: 6 objects"));
	}

	@Test
	void namesThatMeanNothingAreRefused() {
		CliRun variant = CliRun.of("check", file, "--variant", "lrge");
		assertEquals(ExitCode.USAGE, variant.exitCode(), variant.toString());
		assertEquals("There is no variant lrge in the text; there are plain, large.", variant.lastNote());
		assertEquals("There is no meter N in the text; there are M.", CliRun.of("check", file, "--meter", "N").lastNote());
		assertEquals("Meter Base is abstract: it is only there to be extended; there are M.", CliRun.of("generate", file, "--meter", "Base", "-o", folder.resolve("o")).lastNote());
	}

	@Test
	void onlyAbstractMetersAreNothingToGenerate() throws IOException {
		spoil("meter M extends Base", "abstract meter M extends Base");
		CliRun run = CliRun.of("generate", file, "-o", folder.resolve("o"));
		assertEquals(ExitCode.USAGE, run.exitCode());
		assertEquals("Nothing to generate: meters Base, M are abstract, only there to be extended.", run.lastNote());
	}

	@Test
	void generatedVariantsHaveAFolderEach() throws IOException {
		Path out = folder.resolve("out");
		CliRun run = CliRun.of("generate", file, "-o", out);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertEquals(List.of("M", "M-large"), made(out));
		assertTrue(run.results().lines().anyMatch(line -> line.matches("M-large +6 +0 +0 +\\d+ +[0-9,]+ +[0-9,]+ +[0-9,]+")), run.toString());
		Path one = folder.resolve("one");
		CliRun.of("generate", file, "--variant", "large", "-o", one);
		assertTrue(made(one).contains("m_tables.c"), made(one).toString());
	}

	@Test
	void anErrorInOneVariantKeepsAllFromBeingGenerated() throws IOException {
		spoil("value: unsigned = 2", "value: unsigned = 999");
		Path out = folder.resolve("out");
		CliRun run = CliRun.of("generate", file, "-o", out);
		assertEquals(ExitCode.FINDINGS, run.exitCode());
		assertFalse(Files.exists(out));
		assertEquals(1, run.results().lines().filter(line -> line.contains("MW-LANG-051") && line.endsWith("[M-large]")).count(), run.toString());
		assertEquals(ExitCode.FINE, CliRun.of("generate", file, "--variant", "plain", "-o", out).exitCode());
	}

	@Test
	void whatAllVariantsShareIsToldOnce() throws IOException {
		spoil("value: unsigned = 1", "value: unsigned = 999");
		CliRun run = CliRun.of("check", file);
		assertEquals(1, run.results().lines().filter(line -> line.contains("MW-LANG-051")).count(), run.toString());
		assertTrue(run.results().contains(" [all 2 variants]"), run.toString());
	}

	@Test
	void machinesReadTheVariants() throws IOException {
		spoil("value: unsigned = 2", "value: unsigned = 999");
		Map<?, ?> report = (Map<?, ?>) JsonReader.parse(CliRun.of("check", file, "--format", "json").results());
		Map<?, ?> error = ((List<?>) report.get("findings")).stream().map(each -> (Map<?, ?>) each).filter(each -> each.get("severity").equals("error")).findFirst().orElseThrow();
		assertEquals(List.of("M-large"), error.get("variants"));
		String sarif = CliRun.of("check", file, "--format", "sarif").results();
		assertTrue(sarif.replaceAll("\\s+", "").contains("\"properties\":{\"variants\":[\"M-large\"]}"), sarif);
		String junit = CliRun.of("check", file, "--format", "junit").results();
		assertTrue(junit.contains("name=\"MW-LANG-051 line 14 (M-large)\""), junit);
	}

	@Test
	void anAcceptanceThatOneVariantNeedsIsNotUnused() throws IOException {
		spoil("  if big {", "  accept MW-LANG-040 \"zero is meant\"\n  if big { device management { s: Schedule 0-0:12.0.1*255 { } p: PushSetup version 2 0-0:25.9.0*255 { } }");
		spoil("{ device management { s: Schedule 0-0:12.0.1*255 { } p: PushSetup", "{ device management { p: PushSetup");
		CliRun run = CliRun.of("check", file);
		assertFalse(run.results().contains("MW-ACC-001"), run.toString());
		spoil("accept MW-LANG-040", "accept MW-PUSH-004");
		assertTrue(CliRun.of("check", file).results().contains("MW-ACC-00"), run.toString());
	}
}
