// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cli.CTool;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;

/**
 * The C runtime takes octets that nobody sends in earnest: APDUs in every state, plain and ciphered with a valid tag, HDLC frames, wrapped messages, images; and
 * lives through clocks that jump. From fixed beginnings, under the address and undefined behaviour sanitizers. docs/firmware.md says how to run longer.
 */
class FuzzTest {

	private static final Path SCRIPT = Path.of("../../releng/fuzz/run");
	private static final int RUNS = 4_000;

	@TempDir
	private Path folder;

	@Test
	void nothingIsFoundInAShortRun() {
		new CTool("clang").require();
		assumeLibFuzzer();
		CliRun run = CliRun.of("generate", Path.of("../../dsl/examples/three-phase"), "-o", folder.resolve("meter"), "--image");
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh on this machine; the test is skipped");
		String said = new CTool("/bin/sh").run(folder,
				List.of(SCRIPT.toAbsolutePath().toString(), "-g", folder.resolve("meter").toString(), "-o", folder.resolve("fuzz").toString(), "-n", String.valueOf(RUNS)));
		for (String target : List.of("apdu", "hdlc", "wrapper", "loader", "time")) {
			assertTrue(said.contains("%s: stat::number_of_executed_units: %d".formatted(target, RUNS)), said);
		}
	}

	/** Skips the test where clang came without its libraries, which are a package of their own. */
	private void assumeLibFuzzer() {
		String[] libraries = Path.of(new CTool("clang").run(folder, List.of("-print-runtime-dir")).strip()).toFile().list((place, name) -> name.startsWith("libclang_rt.fuzzer"));
		Assumptions.assumeTrue(libraries != null && libraries.length > 0, "clang has no libFuzzer on this machine; the test is skipped");
	}
}
