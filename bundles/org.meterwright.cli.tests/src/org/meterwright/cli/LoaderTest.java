// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.Catalogue;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.random.RandomMeter;

/** Images of all examples and of random meters: the loader takes each, and refuses it as soon as one number leads nowhere, under a right checksum. */
class LoaderTest {
	private static final Path EXAMPLES = Path.of("../../dsl/examples");
	private static final Path RUNTIME = Path.of("../org.meterwright.firmware/runtime").toAbsolutePath();
	private static final Path PROGRAM = Path.of("samples/loader/bad_numbers.c").toAbsolutePath();
	private static final Path BEHAVIOUR = Path.of("samples/behaviour");
	private static final int METERS = 60;
	/** Wide rows are those of meters with hundreds of shapes: the tests of the firmware bundle have them. */
	private static final Set<String> ELSEWHERE = Set.of("mw_wide_run_t.access", "mw_wide_run_t.first", "mw_wide_run_t.shape", "mw_wide_run_t.slot", "wide_access", "swapped mw_wide_run_t", "repeated mw_wide_run_t.slot");

	@TempDir
	static Path folder;

	@BeforeAll
	static void compile() throws IOException {
		Files.writeString(folder.resolve("mw_config.h"), "#define MW_ROW 1024U\n#define MW_VALUE 256U\n");
		List<String> arguments = new ArrayList<>(List.of("-I.", "-std=c99", "-g", "-O2", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-I%s".formatted(RUNTIME), PROGRAM.toString()));
		try (Stream<Path> files = Files.list(RUNTIME)) {
			files.map(Path::toString).filter(name -> name.endsWith(".c")).sorted().forEach(arguments::add);
		}
		arguments.addAll(List.of("-o", "bad_numbers"));
		new CTool("gcc").require().run(folder, arguments);
	}

	@Test
	void genuineImagesAreTakenAndNoneWithABadNumber() throws IOException {
		List<String> images = designed();
		assertTrue(images.size() > 15, images.toString());
		images.addAll(random());
		assertTrue(images.size() > 15 + METERS / 2, images.toString());
		List<String> said = load(images);
		assertEquals(List.of(), said.stream().filter(line -> line.startsWith("taken ") || line.startsWith("refused ")).toList());
		Set<String> missed = new TreeSet<>(named(said, "field "));
		missed.removeAll(named(said, "bad "));
		assertEquals(ELSEWHERE, missed);
	}

	private static List<String> designed() throws IOException {
		List<String> images = new ArrayList<>();
		try (Stream<Path> examples = Stream.concat(Files.list(EXAMPLES), Stream.of(BEHAVIOUR))) {
			for (Path example : examples.sorted().toList()) {
				for (CompiledMeter meter : Workspace.open(List.of(example)).compile().meters()) {
					images.add(image("%s%d".formatted(example.getFileName(), images.size()), meter.model()));
				}
			}
		}
		return images;
	}

	/** Random meters may want more storage than there can be. */
	private static List<String> random() throws IOException {
		Catalogue catalogue = new Catalogue();
		List<InterfaceClass> classes = IntStream.rangeClosed(1, 255).boxed().flatMap(id -> catalogue.versions(id).stream().map(version -> catalogue.find(id, version).orElseThrow())).toList();
		List<String> images = new ArrayList<>();
		for (long seed = 1; seed <= METERS; seed++) {
			try {
				images.add(image("random%d".formatted(seed), RandomMeter.of(seed, classes)));
			} catch (FirmwareException e) {
				assertTrue(e.getMessage().contains("octets of storage"), e.getMessage());
			}
		}
		return images;
	}

	private static List<String> named(List<String> said, String kind) {
		return said.stream().filter(line -> line.startsWith(kind)).map(line -> line.substring(kind.length())).toList();
	}

	/** Intel HEX as the octets it stands for: its records follow one another without a gap. */
	private static String image(String name, Meter meter) throws IOException {
		String hex = FirmwareGenerator.generate(meter, new FirmwareOptions("m", false, false, true, List.of())).files().get("image/m_tables.hex").content();
		StringBuilder octets = new StringBuilder();
		hex.lines().filter(line -> line.startsWith("00", 7)).forEach(line -> octets.append(line, 9, line.length() - 2));
		Files.write(folder.resolve(name), HexFormat.of().parseHex(octets));
		return name;
	}

	private static List<String> load(List<String> images) {
		return new CTool(folder.resolve("bad_numbers").toString()).run(folder, images).lines().toList();
	}
}
