// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of companions: each answers its companion in full, and its tables run. One compiler each: that the tables are portable, others show. */
class CompanionExamplesTest {
	private static final Path EXAMPLES = Path.of("../../dsl/examples");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "dutch-smr5,H5", "indian-is15959,M3", "idis-package2,I2", "saudi-sec,D3", "italian-gas,G4" })
	void anExampleRunsOnThisMachine(String example, String meter) {
		CliRun run = CliRun.of("generate", EXAMPLES.resolve(example), "--meter", meter, "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.results().contains("0 errors, 0 warnings"), run.toString());
		Path tables = folder.resolve(meter).toFile().isDirectory() ? folder.resolve(meter) : folder;
		new GeneratedFolder(tables).compileEach("gcc", List.of("-std=c99", "-Wall", "-Wextra", "-Werror"));
	}

	@ParameterizedTest
	@CsvSource({ "dutch-smr5,smr.v5_5", "indian-is15959,india.is15959", "idis-package2,idis.package2",
			"saudi-sec,saudi.sec", "italian-gas,italy.gas" })
	void anExampleMeetsEachRequirement(String example, String companion) {
		CliRun run = CliRun.of("report", EXAMPLES.resolve(example));
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.results().contains(companion), run.toString());
		assertFalse(run.results().contains("contradicted "), run.toString());
	}
}
