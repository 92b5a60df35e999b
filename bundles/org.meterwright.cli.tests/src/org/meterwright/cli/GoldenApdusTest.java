// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden APDUs of a meter whose head end captures, selects rows and clears, and sends ciphered messages of each kind: the runtime answers as they stand. */
class GoldenApdusTest {
	private static final Path EXAMPLE = Path.of("../../dsl/examples/three-phase/tp3.cosem");
	private static final String CAPTURES = "ACTION(0x1, 0x0, \"C301C100070000620100FF02010F00\", ";

	@TempDir
	private Path folder;

	private GeneratedFolder generated;
	private String golden;

	/** The example, but its head end may capture and clear, and its services may come as general-glo-ciphering. */
	private void generate() throws IOException {
		Path text = Files.writeString(folder.resolve("tp3.cosem"), Files.readString(EXAMPLE).replace("eventLog.reset with authenticated", "eventLog, billingLog, loadProfile with authenticated")
				.replace("deny call on billingLog.reset", "").replace("multiple_references", "multiple_references, general_protection"));
		Path out = folder.resolve("out");
		CliRun run = CliRun.of("generate", text, "-o", out);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		generated = new GeneratedFolder(out);
		golden = Files.readString(file());
	}

	private Path file() {
		return folder.resolve("out/selftest/apdus/tp3_apdus.inc");
	}

	@Test
	void rowsAreSelectedAndMessagesAreCiphered() throws IOException {
		generate();
		assertEquals(2, golden.split(Pattern.quote(CAPTURES), -1).length - 1, "rows of the billing log");
		for (String request : List.of("CIPHERED(0, \"60", "CIPHERED(0, \"C8", "CIPHERED(0, \"DB")) {
			assertTrue(golden.contains(request), request);
		}
		generated.apdus(3);
		assertTrue(generated.apdusInQemu().strip().endsWith(" 0 differences"));
	}

	/** One digit of what a selection returns, of an enciphered request, of what is inside of a response. */
	@Test
	void whatDiffersIsNoticed() throws IOException {
		generate();
		for (String place : List.of("GET\\(0x1, 0x0, \"\\w+\", \"C401C1000102\\w+([0-9])\"", "CIPHERED\\(0, \"60\\w+([0-9A-F])\"", "CIPHERED\\(0, \"C8\\w+([0-9A-F])\"",
				"CIPHERED\\(0, \"DB\\w+\", \"\\w+\", \"\\w+([0-9A-F])\"")) {
			Matcher found = Pattern.compile(place).matcher(golden);
			assertTrue(found.find(), place);
			Files.writeString(file(), golden.substring(0, found.start(1)) + (found.group(1).equals("1") ? '2' : '1') + golden.substring(found.end(1)));
			AssertionError error = assertThrows(AssertionError.class, () -> generated.apdus(3));
			assertTrue(error.getMessage().contains(" 1 differences") || error.getMessage().contains(" 3 differences"), error.getMessage());
		}
	}
}
