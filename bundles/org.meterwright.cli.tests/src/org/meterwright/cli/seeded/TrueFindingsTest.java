// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.seeded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;

/**
 * On real meters only what is true is found: the errors and warnings on the imports of their object lists are those of {@code samples/findings/FAMILY.txt}, each
 * judged there, none more and none fewer.
 */
class TrueFindingsTest {
	private static final Path SAMPLES = Path.of("samples/object-lists");
	private static final Path FINDINGS = Path.of("samples/findings");
	private static final Pattern FINDING = Pattern.compile("[^ ]+:\\d+: ((error|warning) MW-.*)");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "KPZ", "102" })
	void whatIsFoundIsTrue(String family) throws IOException {
		List<String> judged = Files.readAllLines(FINDINGS.resolve("%s.txt".formatted(family))).stream().filter(line -> !line.startsWith("#") && !line.isBlank()).sorted().toList();
		assertTrue(!judged.isEmpty());
		String checked = CliRun.of("check", imported(family)).results();
		List<String> found = checked.lines().map(FINDING::matcher).filter(Matcher::matches).map(matcher -> matcher.group(1)).sorted().toList();
		assertEquals(String.join("\n", judged), String.join("\n", found));
	}

	private Path imported(String family) throws IOException {
		Path text = folder.resolve("meter.cosem");
		List<Object> arguments = new ArrayList<>(List.of("import", "objectlist"));
		try (Stream<Path> files = Files.list(SAMPLES)) {
			files.filter(file -> file.getFileName().toString().startsWith(family)).sorted().forEach(arguments::add);
		}
		arguments.addAll(List.of("-o", text));
		CliRun run = CliRun.of(arguments.toArray());
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		return text;
	}
}
