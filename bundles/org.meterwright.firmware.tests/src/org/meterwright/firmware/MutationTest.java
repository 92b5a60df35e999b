// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The self-test notices when an octet of the tables is wrong: each of many octets is changed in a process of its own. */
class MutationTest {
	/** Addresses: the linker makes them. */
	private static final List<String> UNCHECKED = List.of("handler", "log_memory", "meter");
	/** Those, and rows of which no attribute tells: how associations are opened, where keys are, what may be written. A client that connects does. */
	private static final List<String> UNANSWERED = List.of("handler", "log_memory", "meter", "context", "slot", "type", "threshold");
	private static final Pattern LAST = Pattern.compile("tried (\\d{3,}) missed (\\d+)");

	@TempDir
	Path folder;

	@Test
	void checksumNoticesEveryWrongOctet() throws IOException {
		Matcher result = mutate(List.of(), UNCHECKED);
		assertEquals("0", result.group(2));
	}

	/** Without the checksum, what is missed changes no answer: strides of single objects, rows for firmware alone, octets of absent values. */
	@Test
	void answersShowMostWrongOctets() throws IOException {
		Matcher result = mutate(List.of("-DMW_SELFTEST_WITHOUT_CHECKSUM"), UNANSWERED);
		assertTrue(5 * Integer.parseInt(result.group(2)) < Integer.parseInt(result.group(1)), result.group());
	}

	private Matcher mutate(List<String> options, List<String> unchecked) throws IOException {
		new Tool("gcc").require();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		StringBuilder tables = new StringBuilder();
		build.firmware().memory().sections().stream().filter(section -> section.kind() == MemoryReport.Kind.FLASH && !unchecked.contains(section.name()))
				.forEach(section -> tables.append("    { small_%s, sizeof small_%s, \"%s\" },\n".formatted(section.name(), section.name(), section.name())));
		Files.writeString(folder.resolve("harness.c"), MutationHarness.text(tables.toString()));
		List<String> arguments = new ArrayList<>(List.of("-std=gnu99", "-O1", "-Dmain=self_test_main", "-I.", "-Iruntime", "-Iselftest"));
		arguments.addAll(options);
		arguments.addAll(build.sources(true).stream().filter(source -> !source.equals("small_tables.c") && !source.startsWith("tables/")).toList());
		arguments.addAll(List.of("harness.c", "-o", "harness", "-lm"));
		build.succeed("gcc", arguments);
		Tool.Outcome outcome = new Tool(folder.resolve("harness").toString()).run(folder, List.of());
		assertEquals(0, outcome.exit(), outcome.output());
		Matcher last = LAST.matcher(outcome.output().lines().toList().getLast());
		assertTrue(last.matches(), outcome.output());
		return last;
	}
}
