// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.meterwright.exchange.compare.ChangeKind;
import org.meterwright.exchange.compare.Impact;

/** Holds docs/compare.md to the program; {@code -Dmeterwright.accept=true} writes its table anew. */
class CompareDocumentTest {
	private static final Path PAGE = Path.of("../../docs/compare.md");
	private static final String TABLE = "## Kinds of change\n\nIds are stable. The table is the program's own.\n\n";

	private static String table() {
		return Arrays.stream(Impact.values()).map(CompareDocumentTest::table).collect(Collectors.joining("\n"));
	}

	private static String table(Impact impact) {
		String rows = Arrays.stream(ChangeKind.values()).filter(kind -> kind.impact() == impact)
				.map(kind -> "| %s | %s | %s |\n".formatted(kind.id(), kind.title(), kind.why())).collect(Collectors.joining());
		return "**%s%s**\n\n| kind | what | why |\n|---|---|---|\n%s".formatted(impact.sentence().substring(0, 1).toUpperCase(java.util.Locale.ROOT), impact.sentence().substring(1), rows);
	}

	@Test
	void theTableIsTheProgramsOwn() throws IOException {
		String page = Files.readString(PAGE);
		String expected = page.substring(0, page.indexOf(TABLE) + TABLE.length()) + table();
		if (Boolean.getBoolean("meterwright.accept")) {
			Files.writeString(PAGE, expected);
		}
		assertEquals(expected, page, "docs/compare.md is not current; run with -Dmeterwright.accept=true");
	}

	@Test
	void whatThePageNamesIsThere() throws IOException {
		String page = Files.readString(PAGE);
		String help = CliRun.of("compare", "--help").results();
		for (String option : List.of("--git", "--meter", "--variant", "--meters", "--variants", "--format", "-o", "--fail-on")) {
			assertTrue(page.contains("%s ".formatted(option)) && help.contains(option), option);
		}
		for (String command : List.of("textconv", "merge-driver")) {
			assertTrue(page.contains("meterwright %s ".formatted(command)) && CliRun.of(command, "--help").exitCode() == ExitCode.FINE, command);
		}
	}
}
