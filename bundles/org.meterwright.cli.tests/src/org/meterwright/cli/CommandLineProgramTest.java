// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.rules.Rule;

class CommandLineProgramTest {

	@Test
	void tellsItsVersion() {
		CliRun run = CliRun.of("--version");
		assertEquals(ExitCode.FINE, run.exitCode());
		assertEquals("Meterwright %s\n".formatted(Version.NUMBER), run.results());
	}

	@Test
	void helpsOnStandardOutput() {
		CliRun run = CliRun.of("--help");
		assertEquals(ExitCode.FINE, run.exitCode());
		assertTrue(run.results().contains("explain"), run.toString());
		assertTrue(run.results().contains("Exit codes: 0 fine"), run.toString());
	}

	@Test
	void helpsWithACommand() {
		CliRun run = CliRun.of("explain", "--help");
		assertEquals(ExitCode.FINE, run.exitCode());
		assertTrue(run.results().contains("RULE"), run.toString());
	}

	/** A command that comes first is described alone; it is the one that the help of the program lists. */
	@Test
	void everyCommandOfTheHelpHelps() {
		List<String> names = CliRun.of("--help").results().lines().dropWhile(line -> !line.equals("Commands:")).skip(1).takeWhile(line -> !line.isEmpty())
				.filter(line -> line.matches("  \\S.*")).map(line -> line.strip().split("[ ,]+")[0]).toList();
		assertTrue(names.containsAll(List.of("check", "generate", "language-server")), names.toString());
		for (String name : names) {
			CliRun run = CliRun.of(name, "--help");
			assertEquals(ExitCode.FINE, run.exitCode(), name);
			assertTrue(run.results().startsWith("Usage: meterwright %s".formatted(name)), run.toString());
		}
	}

	@Test
	void nothingToDoIsWrongUse() {
		CliRun run = CliRun.of();
		assertEquals(ExitCode.USAGE, run.exitCode());
		assertEquals("Say what to do; 'meterwright --help' tells what there is.\n", run.progress());
	}

	@Test
	void anUnknownCommandIsWrongUse() {
		CliRun run = CliRun.of("compile", "meter.cosem");
		assertEquals(ExitCode.USAGE, run.exitCode());
		assertEquals("'compile meter.cosem' is not understood here; 'meterwright --help' tells what there is.\n", run.progress());
		assertEquals("", run.results());
	}

	@Test
	void anUnknownOptionIsWrongUse() {
		CliRun run = CliRun.of("explain", "--loud");
		assertEquals(ExitCode.USAGE, run.exitCode());
		assertEquals("'--loud' is not understood here; 'meterwright explain --help' tells what there is.\n", run.progress());
	}

	@Test
	void explainsARule() {
		Rule rule = Rules.all().rules().getFirst();
		CliRun run = CliRun.of("explain", rule.id().toLowerCase(java.util.Locale.ROOT));
		assertEquals(ExitCode.FINE, run.exitCode());
		assertEquals(rule.explain(), run.results());
	}

	@Test
	void listsAllRules() {
		CliRun run = CliRun.of("explain");
		assertEquals(ExitCode.FINE, run.exitCode());
		Rules.all().rules().forEach(rule -> assertTrue(run.results().contains(rule.id()), rule.id()));
	}

	@Test
	void saysThatThereIsNoSuchRule() {
		CliRun run = CliRun.of("explain", "MW-NONE-001");
		assertEquals(ExitCode.USAGE, run.exitCode());
		assertEquals("There is no rule MW-NONE-001; 'meterwright explain' lists them all.\n", run.progress());
	}

	@Test
	void aFaultOfTheProgramIsOneSentence() {
		String sentence = InternalError.sentence(new IllegalStateException("outer", new NullPointerException("inner\nsecond line")));
		assertTrue(sentence.startsWith("This is a fault in Meterwright, not in your text: NullPointerException at CommandLineProgramTest.java:"), sentence);
		assertTrue(sentence.contains("(inner)"), sentence);
		assertFalse(sentence.contains("\n"), sentence);
	}
}
