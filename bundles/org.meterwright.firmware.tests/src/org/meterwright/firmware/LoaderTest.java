// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;

/** The loader takes every genuine image, whatever meter it is of, and none with a number that leads nowhere, though its checksum is right. */
class LoaderTest {
	private static final Path PROGRAM = Path.of("../org.meterwright.cli.tests/samples/loader/bad_numbers.c").toAbsolutePath();
	private static final int METERS = 200;

	@TempDir
	static Path folder;

	@BeforeAll
	static void compile() {
		new Tool("gcc").require();
		Build build = new Build(folder, new SmallMeter().build(), FirmwareOptions.of("small").withImage(true));
		List<String> arguments = new ArrayList<>(List.of("-std=c99", "-g", "-O2", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-Iruntime", PROGRAM.toString()));
		arguments.addAll(build.sources(false).stream().filter(name -> name.startsWith("runtime/")).toList());
		arguments.addAll(List.of("-o", "bad_numbers"));
		build.succeed("gcc", arguments);
	}

	@Test
	void takesEveryGenuineImage() throws IOException {
		List<String> images = new ArrayList<>(List.of("genuine", image("seed21", RandomMeter.of(21, 100, 3)), image("esme2000", EsmeLikeMeter.of(2000))));
		for (int seed = 1; seed <= METERS; seed++) {
			images.add(image("random%d".formatted(seed), RandomMeter.of(seed, 4 + seed * 7 % 60, 1 + seed % 6)));
		}
		assertEquals(List.of(), load(images));
	}

	@Test
	void refusesNumbersThatLeadNowhere() throws IOException {
		List<String> said = load(List.of(image("small", new SmallMeter().build()), image("esme", EsmeLikeMeter.of(300)), image("wide", RandomMeter.of(2000, 900, 5))));
		assertEquals(List.of(), said.stream().filter(line -> !line.startsWith("bad ")).toList());
		Set<String> bad = said.stream().collect(Collectors.toSet());
		assertTrue(bad.containsAll(List.of("bad mw_wide_run_t.shape", "bad mw_wide_run_t.slot", "bad wide_access", "bad mw_run_t.slot", "bad ref", "bad mode", "bad pool", "bad order")), bad.toString());
	}

	/** Who looks for a row by halves, or takes storage for one object's own, relies on it. */
	@Test
	void refusesRowsInDisorderAndRowsThatOverlap() throws IOException {
		List<String> said = load(List.of(image("ordered", new SmallMeter().build()), image("orderedEsme", EsmeLikeMeter.of(300)), image("orderedWide", RandomMeter.of(2000, 900, 5))));
		List<String> wanted = List.of("swapped mw_class_t", "repeated class", "swapped mw_key_t", "repeated mw_key_t", "swapped mw_run_t", "swapped mw_wide_run_t", "repeated mw_run_t.slot", "repeated mw_wide_run_t.slot",
				"repeated ref", "mw_shape_t.stride of 1", "swapped mw_trigger_t", "swapped mw_type_t", "repeated mw_type_t", "repeated section");
		assertEquals(List.of(), wanted.stream().filter(each -> !said.contains("bad ".concat(each))).toList());
	}

	@Test
	void rightsToNothingAndADeviceWithoutObjects() throws IOException {
		MeterBuilder silent = new MeterBuilder("silent");
		InterfaceClass data = silent.interfaceClass("Data", 1, 0, c -> c.attribute(2, "value", "any", Dynamics.INSTANCE));
		InterfaceClass association = silent.interfaceClass("AssociationLN", 15, 1, c -> c.attribute(2, "object_list", "array of any", Dynamics.STATIC));
		silent.device("empty", 16);
		DeviceBuilder device = silent.device("management", 1);
		device.object("one", data, "0-0:96.1.0*255", o -> o.ram(2, "unsigned"));
		device.association("nobody", device.object("association", association, "0-0:40.0.1*255", o -> {
		}), 16, a -> {
		});
		assertEquals(List.of(), load(List.of("genuine", image("silent", silent.build()))));
		new Build(folder.resolve("silent_test"), silent.build(), "silent").selfTest("gcc", List.of("-std=c99", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
	}

	private static String image(String name, Meter meter) throws IOException {
		GeneratedFirmware firmware = FirmwareGenerator.generate(meter, new FirmwareOptions("m", false, false, true, List.of()));
		Files.write(folder.resolve(name), Build.octets(firmware.files().get("image/m_tables.hex").content()));
		return name;
	}

	private static List<String> load(List<String> images) {
		return new Tool(folder.resolve("bad_numbers").toString()).run(folder, images).output().lines().filter(line -> !line.startsWith("field ")).toList();
	}
}
