// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Meter;

/** On Cortex-M3, M4 and M7 the tables answer as the model says, and take what the memory report says. */
class TargetTest {
	private static final Pattern SECTION = Pattern.compile("^\\.(rodata|data|bss)\\.(\\w+)\\s+(\\d+)\\s.*");

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(Board.class)
	void smallMeterAnswersOnEachCore(Board board) {
		new Tool("arm-none-eabi-gcc").require();
		new Tool("qemu-system-arm").require();
		new Build(folder, new SmallMeter().build(), "small").selfTestInQemu(board);
	}

	@Test
	void threeHundredObjectsAnswerOnCortexM4() {
		new Tool("arm-none-eabi-gcc").require();
		new Tool("qemu-system-arm").require();
		new Build(folder, EsmeLikeMeter.of(300), "esme").selfTestInQemu(Board.M4);
	}

	static Stream<Meter> meters() {
		return Stream.of(new SmallMeter().build(), EsmeLikeMeter.of(300), RandomMeter.of(11, 150, 5));
	}

	/** Every table is a section of its own; names and sizes must be those of the report. */
	@ParameterizedTest
	@MethodSource("meters")
	void sizesAreThoseOfTheReport(Meter meter) {
		new Tool("arm-none-eabi-gcc").require();
		Build build = new Build(folder, meter, "m");
		Map<String, Long> found = new TreeMap<>();
		for (String source : tablesAnd(build, "m_memory.c", "runtime/server/mw_work.c")) {
			build.succeed("arm-none-eabi-gcc", List.of("-std=c99", "-mcpu=cortex-m4", "-mthumb", "-Os", "-fdata-sections", "-ffunction-sections", "-I.", "-Iruntime", "-Iruntime/server", "-c", source, "-o", "m.o"));
			build.succeed("arm-none-eabi-size", List.of("-A", "m.o")).output().lines().map(SECTION::matcher).filter(Matcher::matches)
					.forEach(section -> found.put(section.group(2).replaceFirst("^m_", ""), Long.valueOf(section.group(3))));
		}
		Map<String, Long> reported = new TreeMap<>();
		build.firmware().memory().sections().stream().filter(section -> section.kind() != MemoryReport.Kind.LOG).forEach(section -> reported.put(section.name(), section.octets()));
		assertEquals(reported, found);
	}

	/** The total is that of the constants in the compiled tables. */
	@Test
	void totalsAreThoseOfTheReport() {
		new Tool("arm-none-eabi-gcc").require();
		Build build = new Build(folder, EsmeLikeMeter.of(2000), "m");
		long total = 0;
		for (String source : tablesAnd(build)) {
			build.succeed("arm-none-eabi-gcc", List.of("-std=c99", "-mcpu=cortex-m4", "-mthumb", "-Os", "-fdata-sections", "-I.", "-Iruntime", "-c", source, "-o", "m.o"));
			total += build.succeed("arm-none-eabi-size", List.of("-A", "m.o")).output().lines().mapToLong(TargetTest::constants).sum();
		}
		assertEquals(build.firmware().memory().flash(), total);
	}

	/** Returns the octets of a section of constants; the function that leads to setters is code, as handlers are, and depends on the compiler. */
	private static long constants(String section) {
		return section.startsWith(".rodata") || section.startsWith(".data") ? Long.parseLong(section.split("\\s+")[1]) : 0;
	}

	private static List<String> tablesAnd(Build build, String... others) {
		List<String> sources = new ArrayList<>(List.of(others));
		build.sources(false).stream().filter(source -> source.equals("m_tables.c") || source.startsWith("tables/")).forEach(sources::add);
		return sources;
	}
}
