// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class ExamplesFormattedTest {

	private static final Path EXAMPLES = Path.of("../../dsl/examples");

	@Test
	void theExamplesAreFormatted() {
		CliRun run = CliRun.of("format", "--check", EXAMPLES);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
	}
}
