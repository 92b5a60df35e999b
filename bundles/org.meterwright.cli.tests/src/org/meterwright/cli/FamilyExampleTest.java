// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The family among the examples: one line, one product, eight variants and a customer, each a meter that compiles and runs. */
class FamilyExampleTest {

	private static final Path EXAMPLE = Path.of("../../dsl/examples/polyphase-family");

	@TempDir
	private static Path folder;

	private static CliRun generated;

	@BeforeAll
	static void generate() {
		generated = CliRun.of("generate", EXAMPLE, "-o", folder);
	}

	@Test
	void theProductAndItsEightVariantsHaveAFolderEach() throws IOException {
		assertEquals(ExitCode.FINE, generated.exitCode(), generated.toString());
		try (Stream<Path> folders = Files.list(folder)) {
			assertEquals(List.of("BP3", "BP3-basic", "BP3-comfort", "BP3-home", "BP3-industry", "BP3-larch", "BP3-lowlandsHome", "BP3-monsoonPrepay", "BP3-prepay"),
					folders.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("BP3")).sorted().toList());
		}
		assertTrue(generated.results().contains("0 errors, 0 warnings"), generated.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "BP3", "BP3-basic", "BP3-home", "BP3-prepay", "BP3-comfort", "BP3-industry", "BP3-lowlandsHome", "BP3-monsoonPrepay", "BP3-larch" })
	void everyVariantRunsOnThisMachine(String variant) {
		new GeneratedFolder(folder.resolve(variant)).selfTest("gcc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "BP3-comfort", "BP3-larch" })
	void variantsAnswerTheirGoldenApdus(String variant) {
		new GeneratedFolder(folder.resolve(variant)).apdus(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "BP3-comfort", "BP3-larch" })
	void variantsRunOnACortexM4(String variant) {
		new GeneratedFolder(folder.resolve(variant)).selfTestInQemu();
	}

	@Test
	void oneVariantIsWhatItIsAmongAll(@TempDir Path alone) {
		CliRun run = CliRun.of("generate", EXAMPLE, "--variant", "larch", "-o", alone);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		var expected = new GeneratedFolder(folder.resolve("BP3-larch")).files();
		var found = new GeneratedFolder(alone).files();
		found.keySet().stream().filter(name -> name.endsWith(".c") || name.endsWith(".h")).filter(expected::containsKey)
				.forEach(name -> assertArrayEquals(found.get(name), expected.get(name), name));
		assertTrue(found.containsKey("bp3_tables.c"), found.keySet().toString());
	}

	@Test
	void aCustomersLayerHasTheLastWordWhateverItsFileIsCalled(@TempDir Path copy) throws IOException {
		try (Stream<Path> files = Files.list(EXAMPLE)) {
			for (Path file : files.toList()) {
				String name = file.getFileName().toString();
				Files.copy(file, copy.resolve(name.startsWith("customer") ? "a.cosem" : name.startsWith("line") ? "z.cosem" : name));
			}
		}
		Path out = copy.resolve("out");
		CliRun run = CliRun.of("generate", copy, "--variant", "larch", "-o", out);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		String tables = new String(new GeneratedFolder(out).files().get("tables/bp3_constants.c"), StandardCharsets.UTF_8);
		String expected = new String(new GeneratedFolder(folder.resolve("BP3-larch")).files().get("tables/bp3_constants.c"), StandardCharsets.UTF_8);
		assertEquals(withoutPlaces(expected), withoutPlaces(tables));
	}

	private static String withoutPlaces(String tables) {
		return tables.replaceAll("[^ \"]*\\.cosem:\\d+", "");
	}

	@Test
	void theBaseIsNotGenerated() {
		assertFalse(Files.exists(folder.resolve("BirchLine")));
		assertEquals(ExitCode.USAGE, CliRun.of("generate", EXAMPLE, "--meter", "BirchLine", "-o", folder.resolve("no")).exitCode());
	}
}
