// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Object lists of real meters: imported, checked, generated, compiled, and streamed again by the C tables. */
class ImportObjectListTest {

	private static final Path SAMPLES = Path.of("samples/object-lists");
	private static final Pattern ASSOCIATION = Pattern.compile("_(0\\.0\\.40\\.0\\.\\d+)\\.255\\.");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "KPZ", "102" })
	void theCompiledTablesStreamTheMetersOwnOctets(String family) throws IOException {
		List<Path> lists = lists(family);
		Path text = importAll(lists);
		CliRun generated = CliRun.of("generate", text, "-o", folder.resolve("out"), "--prefix", "real");
		assertEquals(ExitCode.FINE, generated.exitCode(), generated.toString());
		GeneratedFolder output = new GeneratedFolder(folder.resolve("out"));
		Map<String, String> streamed = new TreeMap<>();
		output.outputOf(Path.of("c/dump_object_lists.c"), "real").lines().map(line -> line.split(" "))
				.forEach(line -> streamed.put(line[0].replaceFirst("\\.255$", ""), line[1]));
		for (Path list : lists) {
			assertEquals(hex(list), streamed.get(association(list)), list.toString());
		}
		output.selfTest("gcc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "KPZ", "102" })
	void theTextIsFormattedAndStable(String family) throws IOException {
		Path text = importAll(lists(family));
		assertEquals(ExitCode.FINE, CliRun.of("format", "--check", text).exitCode());
		String first = Files.readString(text);
		Locale locale = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG"));
			importAll(lists(family));
		} finally {
			Locale.setDefault(locale);
		}
		assertEquals(first, Files.readString(text));
	}

	/** One object of class 8200 version 0 with rights to attributes 1 and 2 and to method 1. */
	private static final String MAKERS_LIST = "01 01 02 04 12 20 08 11 00 09 06 00 00 80 07 00 FF 02 02 01 02 02 03 0F 01 16 01 00 02 03 0F 02 16 01 00 01 01 02 02 0F 01 16 01";
	private static final String MAKERS_CLASS = """
			namespace acme.sensors

			/** Acme tamper: what the sensors saw. */
			class AcmeTamper id 8200 version 0 {
			  /** Logical name of the object. */
			  1 logical_name: octet-string(6) static
			  /** What is set off. */
			  2 sensors: bits(8) { cover = 0 } dynamic
			  /** Arms the sensors. */
			  method 1 rearm(integer(0))
			}
			""";

	@Test
	void aMakersClassIsFoundInHisText() throws IOException {
		Path list = Files.writeString(folder.resolve("m_0.0.40.0.1.255.hex"), MAKERS_LIST);
		Path classes = Files.writeString(folder.resolve("sensors.cosem"), MAKERS_CLASS);
		Path text = folder.resolve("m.cosem");
		CliRun run = CliRun.of("import", "objectlist", list, "-o", text, "--classes", classes);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertFalse(run.toString().contains("not known"), run.toString());
		String written = Files.readString(text);
		assertTrue(written.contains("import acme.sensors.*") && written.contains(": AcmeTamper 0-0:128.7.0*255"), written);
		assertEquals(ExitCode.FINE, CliRun.of("check", text, classes).exitCode());
		CliRun blind = CliRun.of("import", "objectlist", list, "-o", text, "--overwrite");
		assertEquals(ExitCode.FINE, blind.exitCode(), blind.toString());
		assertTrue(Files.readString(text).contains(" id 8200 version 0 {"), Files.readString(text));
	}

	@Test
	void aMakersTextThatDoesNotParseIsTold() throws IOException {
		Path list = Files.writeString(folder.resolve("m_0.0.40.0.1.255.hex"), MAKERS_LIST);
		Path classes = Files.writeString(folder.resolve("sensors.cosem"), "namespace acme.sensors\nclass AcmeTamper id version 0 {\n");
		CliRun run = CliRun.of("import", "objectlist", list, "-o", folder.resolve("m.cosem"), "--classes", classes);
		assertEquals(ExitCode.FAILURE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().contains("sensors.cosem:2: "), run.toString());
		assertFalse(Files.exists(folder.resolve("m.cosem")));
	}

	@Test
	void aBrokenHexListIsToldWithFileAndLine() throws IOException {
		Path list = Files.writeString(folder.resolve("broken.hex"), "011f0204\n12000fzz\n");
		CliRun run = CliRun.of("import", "objectlist", list, "-o", folder.resolve("m.cosem"));
		assertEquals(ExitCode.FAILURE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().startsWith("%s:2: ".formatted(list)), run.toString());
		assertFalse(Files.exists(folder.resolve("m.cosem")));
	}

	@Test
	void aListThatEndsTooEarlyIsTold() throws IOException {
		String whole = Files.readString(lists("KPZ").getFirst()).strip();
		Path list = Files.writeString(folder.resolve("half.hex"), whole.substring(0, whole.length() / 2 / 2 * 2));
		CliRun run = CliRun.of("import", "objectlist", list, "-o", folder.resolve("m.cosem"));
		assertEquals(ExitCode.FAILURE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().startsWith("%s:1: ".formatted(list)), run.toString());
		assertFalse(Files.exists(folder.resolve("m.cosem")));
	}

	@Test
	void anEmptyListIsTold() throws IOException {
		Path list = Files.writeString(folder.resolve("empty.hex"), "");
		CliRun run = CliRun.of("import", "objectlist", list, "-o", folder.resolve("m.cosem"));
		assertEquals(ExitCode.FAILURE, run.exitCode(), run.toString());
		assertFalse(Files.exists(folder.resolve("m.cosem")));
	}

	@Test
	void textOfTheUserIsNotOverwritten() throws IOException {
		Path text = Files.writeString(folder.resolve("m.cosem"), "namespace mine\n");
		CliRun run = CliRun.of("import", "objectlist", lists("KPZ").getFirst(), "-o", text);
		assertEquals(ExitCode.FAILURE, run.exitCode(), run.toString());
		assertEquals("namespace mine\n", Files.readString(text));
		assertEquals(ExitCode.FINE, CliRun.of("import", "objectlist", lists("KPZ").getFirst(), "-o", text, "--overwrite").exitCode());
	}

	@Test
	void aFormatThatIsNotThereIsWrongUse() {
		CliRun run = CliRun.of("import", "gxc", "meter.gxc", "-o", folder.resolve("m.cosem"));
		assertEquals(ExitCode.USAGE, run.exitCode(), run.toString());
	}

	private Path importAll(List<Path> lists) {
		Path text = folder.resolve("meter.cosem");
		List<Object> arguments = new ArrayList<>(List.of("import", "objectlist"));
		arguments.addAll(lists);
		arguments.addAll(List.of("-o", text));
		CliRun run = CliRun.of(arguments.toArray());
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		return text;
	}

	private static List<Path> lists(String family) throws IOException {
		try (Stream<Path> files = Files.list(SAMPLES)) {
			return files.filter(file -> file.getFileName().toString().startsWith(family)).sorted().toList();
		}
	}

	private static String hex(Path list) throws IOException {
		return Files.readString(list).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
	}

	private static String association(Path list) {
		Matcher matcher = ASSOCIATION.matcher(list.getFileName().toString());
		assertTrue(matcher.find(), list.toString());
		return matcher.group(1);
	}
}
