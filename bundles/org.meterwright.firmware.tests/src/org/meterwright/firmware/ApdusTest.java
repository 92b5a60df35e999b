// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.Meter;

/** Golden APDUs are what the runtime answers, and the program that compares them notices whatever differs. */
class ApdusTest {
	private static final List<String> SANITIZED = List.of("-std=c99", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all");
	private static final Pattern SUMMARY = Pattern.compile("(\\d+) associations, (\\d+) answers, (\\d+) refusals: (\\d+) differences");

	private static final String PROGRAM = "selftest/apdus/small_apdus.c";
	private static final String GOLDEN = "selftest/apdus/small_apdus.inc";
	/** GET in blocks, SET, ACTION. */
	private static final int SERVICES = 0x001019;

	@TempDir
	Path folder;

	private static Meter small() {
		return open(new SmallMeter().build());
	}

	/** Lets every association be asked, in blocks too, and written. */
	private static Meter open(Meter meter) {
		meter.getDevices().forEach(device -> device.getAssociations().forEach(association -> association.setConformance(SERVICES)));
		return meter;
	}

	private static List<String> sources(Build build) {
		List<String> sources = new ArrayList<>(build.sources(false).stream().filter(name -> !name.endsWith("_handlers.c")).toList());
		sources.addAll(build.serverSources());
		build.firmware().files().keySet().stream().filter(name -> name.startsWith("selftest/apdus/") && name.endsWith(".c")).forEach(sources::add);
		return sources;
	}

	private static List<String> options(List<String> base) {
		List<String> options = new ArrayList<>(base);
		options.add("-Iselftest/apdus");
		return options;
	}

	/** Returns the number of associations, answers, refusals and differences. */
	private static List<Integer> counts(String said) {
		Matcher summary = SUMMARY.matcher(said);
		assertTrue(summary.find(), said);
		return List.of(1, 2, 3, 4).stream().map(group -> Integer.valueOf(summary.group(group))).toList();
	}

	static List<Meter> meters() {
		return List.of(small(), open(EsmeLikeMeter.of(300)), open(RandomMeter.of(5, 120, 5)));
	}

	@ParameterizedTest
	@MethodSource("meters")
	void theRuntimeAnswersAsTheyStand(Meter meter) {
		new Tool("gcc").require();
		Build build = new Build(folder, meter, "m");
		List<String> options = options(SANITIZED);
		options.addAll(Build.C_WARNINGS);
		options.addAll(Build.WARNINGS);
		List<Integer> counts = counts(build.run("gcc", options, sources(build)));
		assertEquals(meter.getDevices().stream().mapToInt(device -> device.getAssociations().size()).sum(), counts.getFirst());
		assertTrue(counts.get(1) > 20 && counts.get(2) > 10, counts.toString());
	}

	@Test
	void theyAreComparedOnACortexM4() {
		new Tool("arm-none-eabi-gcc").require();
		new Tool("qemu-system-arm").require();
		Build build = new Build(folder, small(), "small");
		assertEquals(0, counts(build.runInQemu(Board.M4, options(List.of("-std=c99", "-Os")), sources(build), List.of())).getLast());
	}

	/** One digit of a response, of data in the middle of a long one, at its end, of an AARE; a right that is not there: each makes a difference. */
	@Test
	void whatDiffersIsNoticed() throws IOException {
		new Tool("gcc").require();
		Build build = new Build(folder, small(), "small");
		List<String> rest = new ArrayList<>(options(List.of("-std=c99", "-r")));
		rest.addAll(Build.INCLUDES);
		rest.addAll(sources(build).stream().filter(name -> !name.equals(PROGRAM)).toList());
		rest.addAll(List.of("-o", "rest.o"));
		build.succeed("gcc", rest);
		for (String place : List.of("GET\\(0x\\w+, 0x\\w+, \"\\w+\", \"C401C100\\w+(\\w)\"", "MORE\\(\"\\w+(\\w)\"", "SET\\(0x[1-9a-f]\\w*, 0x\\w+, \"\\w+\", \"\\w+(\\w)\"",
				"ACTION\\(0x[1-9a-f]\\w*, 0x\\w+, \"\\w+\", \"\\w+(\\w)\"", "LONG\\(.*?, \"\\w+\", \"\\w+(\\w)\"", "OPEN\\(.*\"\\w+(\\w)\"\\)")) {
			assertTrue(differences(build, text -> withAnotherDigit(text, place)) > 0, place);
		}
		assertTrue(differences(build, text -> text.replaceFirst("GET\\((0x\\w+), 0x0, (?=.* attribute 2)", "GET(0x0, $1, ")) > 0);
	}

	private static String withAnotherDigit(String text, String place) {
		Matcher found = Pattern.compile(place).matcher(text);
		assertTrue(found.find(), place);
		return text.substring(0, found.start(1)) + (found.group(1).equals("1") ? '2' : '1') + text.substring(found.end(1));
	}

	/** Returns how many differences the program finds in changed golden APDUs. */
	private int differences(Build build, UnaryOperator<String> edit) throws IOException {
		String before = build.firmware().files().get(GOLDEN).content();
		String after = edit.apply(before);
		assertFalse(after.equals(before));
		Files.writeString(folder.resolve(GOLDEN), after);
		List<String> arguments = options(List.of("-std=c99"));
		arguments.addAll(Build.INCLUDES);
		arguments.addAll(List.of(PROGRAM, "rest.o", "-o", "apdus"));
		build.succeed("gcc", arguments);
		Tool.Outcome outcome = new Tool(folder.resolve("apdus").toString()).run(folder, List.of());
		assertEquals(1, outcome.exit(), outcome.output());
		return counts(outcome.output()).getLast();
	}

	/** Without keys of its own nobody proves himself: such an association is left out. */
	@Test
	void whatNeedsSomebodysSecretIsLeftOut() {
		Meter meter = small();
		List<Association> associations = meter.getDevices().getFirst().getAssociations();
		associations.get(0).setMechanism(5);
		associations.get(1).setMechanism(1);
		associations.get(1).setSecretSlot(7);
		associations.get(2).setContext(Context.CIPHERED);
		String golden = FirmwareGenerator.generate(meter, FirmwareOptions.of("small")).files().get(GOLDEN).content();
		assertEquals(List.of("OPEN(1, 17", "OPEN(3, 19"), golden.lines().filter(line -> line.startsWith("OPEN")).map(line -> line.substring(0, 10)).toList());
	}

	@Test
	void theyAreLeftOutWithTheSelfTest() {
		GeneratedFirmware firmware = FirmwareGenerator.generate(small(), new FirmwareOptions("small", false, true));
		assertEquals(List.of(), firmware.files().keySet().stream().filter(name -> name.startsWith("selftest/")).toList());
	}
}
