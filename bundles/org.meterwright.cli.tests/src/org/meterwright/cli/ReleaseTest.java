// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A released meter keeps the logical names that were allocated for it. */
class ReleaseTest {

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void release() throws IOException {
		file = Files.writeString(folder.resolve("m.cosem"), """
				namespace a
				meter M {
				  switch big
				  variant large = big
				  device management at 1 named "ABC1" {
				    clock: Clock 0-0:1.0.0*255 { time: in call clock }
				    book: ProfileGeneric version 1 1-0:98.1.0*255 { capture clock.time profile_entries = 1 buffer: in nvm }
				  }
				  association c client 16 to management 0-0:40.0.1*255 {
				    context logical_name plain
				    mechanism lowest
				    conformance get, block_transfer_get
				    grant read on *
				  }
				  every *-*-01 00:00:00 as monthly { capture book }
				}
				""");
		CliRun run = CliRun.of("release", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
	}

	private void change(String from, String to) throws IOException {
		Files.writeString(file, Files.readString(file).replace(from, to));
	}

	@Test
	void theLockHoldsWhatWasAllocated() throws IOException {
		String lock = Files.readString(folder.resolve("meterwright.lock"));
		assertTrue(lock.contains("M management monthly 22 0-0:15.0.0*255\n"), lock);
		assertTrue(lock.contains("M-large management monthly 22 0-0:15.0.0*255\n"), lock);
		assertFalse(lock.contains(" c 15 "), lock);
	}

	@Test
	void whatWouldMoveAReleasedNameIsAnError() throws IOException {
		change("  every *-*-01", "  every *-*-* 00:00:00 as daily { capture book }\n  every *-*-01");
		CliRun run = CliRun.of("check", file);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("MW-LANG-092: monthly was released as 0-0:15.0.0*255 and would be 0-0:15.0.1*255 now; write 0-0:15.0.0*255 after its name"), run.toString());
		assertTrue(run.results().contains("MW-LANG-092: daily would be 0-0:15.0.0*255, which was released as that of monthly"), run.toString());
		assertEquals(ExitCode.FINDINGS, CliRun.of("generate", file, "-o", folder.resolve("out")).exitCode());
		assertEquals(ExitCode.FINDINGS, CliRun.of("release", file).exitCode());
	}

	@Test
	void theMessagesAdviceHelps() throws IOException {
		change("  every *-*-01", "  every *-*-* 00:00:00 as daily { capture book }\n  every *-*-01");
		change("as monthly {", "as monthly 0-0:15.0.0*255 {");
		CliRun run = CliRun.of("release", file);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		String lock = Files.readString(folder.resolve("meterwright.lock"));
		assertTrue(lock.contains("M management daily 22 0-0:15.0.1*255\n"), lock);
		assertTrue(lock.contains("M management monthly 22 0-0:15.0.0*255\n"), lock);
	}

	@Test
	void whatIsAddedBehindIsNoProblem() throws IOException {
		change("as monthly { capture book }", "as monthly { capture book }\n  every *-*-* 00:00:00 as daily { capture book }");
		assertEquals(ExitCode.FINE, CliRun.of("check", file).exitCode());
	}
}
