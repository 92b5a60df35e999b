// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.stable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;

/** One changed attribute changes one line of text, and at most three lines of each generated file. */
class StableTextTest {
	private static final Path EXAMPLES = Path.of("../../dsl/examples");
	private static final int MOST = 3;

	@TempDir
	private Path folder;

	private final Map<String, SortedMap<String, List<String>>> bases = new HashMap<>();

	private record Edit(Path file, String before, String old, String changed) {
		static Edit of(String line) {
			String[] parts = line.split(" \\| ");
			return new Edit(Path.of(parts[0]), parts[1].replace("\\n", "\n"), parts[2], parts[3].replace("\\n", "\n"));
		}

		String example() {
			return file.getName(0).toString();
		}

		String apply(String text) {
			int from = text.indexOf(before);
			int at = text.indexOf(old, from);
			assertTrue(from >= 0 && at >= 0, toString());
			return text.substring(0, at) + changed + text.substring(at + old.length());
		}
	}

	private static List<Edit> edits() throws IOException {
		try (InputStream in = StableTextTest.class.getResourceAsStream("edits.txt")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(Edit::of).toList();
		}
	}

	@Test
	void oneChangedAttributeChangesThreeLinesOfEachFile() throws IOException {
		List<Edit> edits = edits();
		assertTrue(edits.size() >= 50, "fifty edits");
		StringBuilder wrong = new StringBuilder();
		for (Edit edit : edits) {
			differences(edit, wrong).forEach((name, difference) -> {
				if (difference.changed() > MOST) {
					wrong.append("%s: %s -> %s: %s %s%n".formatted(edit.file(), edit.old(), edit.changed(), name, difference));
				}
			});
		}
		assertEquals("", wrong.toString());
	}

	private SortedMap<String, LineDifference> differences(Edit edit, StringBuilder wrong) throws IOException {
		Path source = folder.resolve("source");
		SortedMap<String, List<String>> before = bases.computeIfAbsent(edit.example(), example -> generate(EXAMPLES.resolve(example), folder.resolve(example)));
		copy(EXAMPLES.resolve(edit.example()), source.resolve(edit.example()));
		Path text = source.resolve(edit.file());
		Files.writeString(text, edit.apply(Files.readString(text)));
		SortedMap<String, List<String>> after = generate(source.resolve(edit.example()), folder.resolve("after").resolve(edit.example()));
		SortedMap<String, LineDifference> differences = new TreeMap<>();
		if (after.isEmpty()) {
			wrong.append("%s: %s -> %s is refused%n".formatted(edit.file(), edit.old(), edit.changed()));
		}
		after.forEach((name, lines) -> differences.put(name, LineDifference.of(before.get(name), lines)));
		if (differences.values().stream().allMatch(difference -> difference.changed() == 0)) {
			wrong.append("%s: %s -> %s changes nothing%n".formatted(edit.file(), edit.old(), edit.changed()));
		}
		return differences;
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.createDirectories(to);
		try (Stream<Path> files = Files.list(from)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".cosem")).toList()) {
				Files.writeString(to.resolve(file.getFileName()), Files.readString(file));
			}
		}
	}

	/** Generate, for a family its plain product, and read what was made; nothing when the text is refused. */
	private static SortedMap<String, List<String>> generate(Path texts, Path out) {
		CliRun run = CliRun.of("generate", texts, "--variant", "plain", "-o", out);
		SortedMap<String, List<String>> files = new TreeMap<>();
		if (run.exitCode() != ExitCode.FINE) {
			return files;
		}
		try (Stream<Path> paths = Files.walk(out)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				files.put(out.relativize(path).toString().replace('\\', '/'), Files.readAllLines(path));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return files;
	}
}
