// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples, from text to running firmware tables. */
class ExamplesTest {

	private static final Path EXAMPLES = Path.of("../../dsl/examples");

	@TempDir
	private Path folder;

	@Test
	void theExamplesAreFormatted() {
		CliRun run = CliRun.of("format", "--check", EXAMPLES);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "prepayment-esme", "three-phase" })
	void anExampleHasNoErrorAndNoWarning(String example) {
		CliRun run = CliRun.of("check", EXAMPLES.resolve(example));
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().startsWith("0 errors, 0 warnings"), run.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "prepayment-esme", "three-phase" })
	void anExampleRunsOnThisMachine(String example) {
		GeneratedFolder generated = generate(example, folder);
		generated.selfTest("gcc");
		generated.selfTest("clang");
	}

	/** All associations of the examples, by each mechanism. */
	@ParameterizedTest
	@CsvSource({ "prepayment-esme, 7", "three-phase, 3" })
	void anExampleAnswersItsGoldenApdus(String example, int associations) {
		generate(example, folder).apdus(associations);
	}

	@ParameterizedTest
	@ValueSource(strings = { "prepayment-esme", "three-phase" })
	void anExampleRunsOnACortexM4(String example) {
		generate(example, folder).selfTestInQemu();
	}

	@ParameterizedTest
	@ValueSource(strings = { "prepayment-esme", "three-phase" })
	void anExampleCompilesForSmallCoresAndAsCPlusPlus(String example) {
		GeneratedFolder generated = generate(example, folder);
		generated.compileEach("arm-none-eabi-gcc", List.of("-std=c99", "-mcpu=cortex-m0", "-mthumb", "-Os"));
		generated.compileEach("g++", List.of("-x", "c++", "-std=c++17"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "prepayment-esme", "three-phase" })
	void everyMachineGivesTheSameOctets(String example) {
		SortedMap<String, byte[]> here = generate(example, folder.resolve("here")).files();
		Locale locale = Locale.getDefault();
		TimeZone zone = TimeZone.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG"));
			TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
			SortedMap<String, byte[]> there = generate(example, folder.resolve("there")).files();
			assertEquals(here.keySet(), there.keySet());
			here.forEach((name, content) -> assertArrayEquals(content, there.get(name), name));
		} finally {
			Locale.setDefault(locale);
			TimeZone.setDefault(zone);
		}
	}

	@Test
	void aSecondRunTouchesNothingAndKeepsWhatIsTheUsers() throws IOException {
		generate("three-phase", folder);
		FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
		Path tables = folder.resolve("tp3_tables.c");
		Files.setLastModifiedTime(tables, longAgo);
		Path handlers = Files.writeString(folder.resolve("tp3_handlers.c"), "/* mine */\n");
		CliRun run = CliRun.of("generate", EXAMPLES.resolve("three-phase"), "-o", folder);
		assertEquals(longAgo, Files.getLastModifiedTime(tables), run.toString());
		assertEquals("/* mine */\n", Files.readString(handlers));
		assertTrue(run.results().contains(" 0 written, "), run.toString());
		assertTrue(run.results().contains(", 1 of yours kept"), run.toString());
	}

	/** Octets as IEC 62056-6-2 codes them: script references, and script 1 of the generated table: capture, capture, push. */
	@Test
	void theThreeBehavioursAreInTheTables() {
		String did = generate("prepayment-esme", folder).outputOf(Path.of("c/behaviours.c"), "p1");
		assertTrue(did.contains("billing\n  alert 0x8F0A\nbilling runs 0202090600000A0080FF120001\n"), did);
		assertTrue(did.contains("scripts 01020202120001010302051602120007090600006201" + "00FF0F020F00" + "02051602120007090600006201" + "01FF0F020F00"
				+ "020516021200280906"), did);
		assertTrue(did.contains("tamper\n  log 7/0-0:99.98.1*255\n  alert 0x8F76\n"), did);
		assertTrue(did.contains("credit used up\n  unless 10/0-0:12.0.1*255\n  alert 0x8F0F\n"), did);
		// crossing upwards arms the supply with script 54, downwards disables it with script 52 of 0-0:10.0.106
		assertTrue(did.contains("credit runs 010102020202090600000A006AFF1200360202090600000A006AFF120034\n"), did);
	}

	@Test
	void generateEndsWithASummary() {
		CliRun run = CliRun.of("generate", EXAMPLES.resolve("prepayment-esme"), "-o", folder);
		assertTrue(run.results().contains(" objects, 7 associations"), run.toString());
		assertTrue(run.results().matches("(?s).*flash [0-9,]+ bytes.*RAM [0-9,]+ bytes, NVM [0-9,]+ bytes.*"), run.toString());
		assertTrue(run.results().contains("0 errors, 0 warnings"), run.toString());
	}

	private static GeneratedFolder generate(String example, Path output) {
		CliRun run = CliRun.of("generate", EXAMPLES.resolve(example), "-o", output);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		return new GeneratedFolder(output);
	}
}
