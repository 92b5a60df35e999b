// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios are played on the compiled tables: those of the example come out as expected, and fail where the meter does something else. */
class RunTest {
	private static final Path EXAMPLE = Path.of("../../dsl/examples/prepayment-esme");
	private static final String METER = """
			namespace a.b
			meter M {
			  device management at 1 named "TST1" {
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime }
			    total: Register 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^0 Wh
			    }
			    power: Register 1-0:1.7.0*255 {
			      value: double-long-unsigned in ram
			      scaler_unit = 10^0 W
			    }
			    history: ProfileGeneric version 1 0-0:99.98.0*255 {
			      capture clock.time, total.value
			      profile_entries = 3
			      buffer: in nvm
			    }
			  }
			  association publicClient client 16 to management 0-0:40.0.1*255 {
			    context logical_name plain
			    mechanism lowest
			    conformance get, selective_access, block_transfer_get
			    pdu 512
			    show currentAssociation, clock, total
			    grant read on currentAssociation, clock, total
			  }
			  event opened code 7 from firmware
			  on opened { log history }
			}
			""";
	private static final String SCENARIO = "scenario \"%s\" for M at 2026-11-01 12:00 {\n%s\n}\n";

	@TempDir
	private Path folder;

	@BeforeAll
	static void aCompilerIsThere() {
		new CTool("gcc").require();
	}

	@Test
	void theScenariosOfTheExampleComeOutAsExpected() {
		CliRun run = CliRun.of("run", EXAMPLE, "--format", "junit");
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.results().lines().filter(line -> line.contains("<testcase ")).count() >= 25, run.toString());
		assertTrue(run.results().contains("failures=\"0\""), run.toString());
	}

	/** What somebody changes in the meter without thinking of its behaviour is found. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			credit-expiry.cosem | unless nonDisablement   |                              | holds the supply
			billing.cosem       | push billingData\\n     |                              | captured and pushed
			tamper.cosem        | alert meterCoverTamper  | alert meterCoverTamper  run supplyScripts.disable | opened cover
			supply.cosem        | for 300 s               | for 400 s                    | load limit
			logs.cosem          | capture_period = 30 min | capture_period = 15 min      | half hours
			""")
	void anotherMeterFails(String file, String before, String after, String title) throws IOException {
		copy();
		Path text = folder.resolve(file);
		String changed = Files.readString(text).replaceFirst(before, after == null ? "" : after);
		Files.writeString(text, changed);
		CliRun run = CliRun.of("run", folder, "--scenario", title);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("FAILED"), run.toString());
	}

	private void copy() throws IOException {
		try (Stream<Path> paths = Files.walk(EXAMPLE)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				Path target = folder.resolve(EXAMPLE.relativize(path).toString());
				Files.createDirectories(target.getParent());
				Files.copy(path, target);
			}
		}
	}

	private CliRun play(String steps, Object... options) throws IOException {
		return playAll(List.of(steps), options);
	}

	/** Plays scenarios with the titles s0, s1 and so on. */
	private CliRun playAll(List<String> all, Object... options) throws IOException {
		StringBuilder text = new StringBuilder(METER);
		for (int i = 0; i < all.size(); i++) {
			text.append(SCENARIO.formatted("s%d".formatted(i), all.get(i)));
		}
		Path file = Files.writeString(folder.resolve("m.cosem"), text);
		Object[] arguments = new Object[options.length + 2];
		arguments[0] = "run";
		arguments[1] = file;
		System.arraycopy(options, 0, arguments, 2, options.length);
		return CliRun.of(arguments);
	}

	@Test
	void eachStepIsToldWithItsTime() throws IOException {
		CliRun run = play("  advance by 5 min\n  as publicClient {\n    expect total.value == 1 Wh\n  }");
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("2026-11-01 12:05:00  advance by 5 min"), run.toString());
		assertTrue(run.results().contains("! total.value is 0 Wh"), run.toString());
		assertTrue(run.results().endsWith("1 scenario played: 0 as expected, 1 not\n"), run.toString());
	}

	@Test
	void whatIsNotSoFails() throws IOException {
		List<String> all = List.of("expect total.value == 1 Wh", "expect log history", "raise opened\n expect no log history", "raise opened\n expect 2 log history", "raise opened\n expect log history { total.value == 5 Wh }",
			"advance to 2026-11-01 11:00\n expect total.value == 0 Wh", "as publicClient { read power.value }\n expect total.value == 0 Wh",
			"as publicClient { read total.value\n expect denied }", "as publicClient { read power.value\n expect denied with type-unmatched }",
			"as publicClient { write total.value = 5 Wh }\n expect total.value == 0 Wh", "as publicClient with wrong secret { }", "lose power\n expect total.value == 0 Wh",
			"lose power\n as publicClient { expect total.value == 0 Wh }", "repeat 3 { raise opened }\n repeat 2 { expect 2 log history }");
		CliRun run = playAll(all);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		for (int i = 0; i < all.size(); i++) {
			assertTrue(run.results().contains("FAILED M: s%d (".formatted(i)), "%s%n%s".formatted(all.get(i), run));
		}
		assertEquals(all.size(), run.results().lines().filter(line -> line.strip().startsWith("! ")).count(), run.toString());
	}

	@Test
	void whatIsSoDoesNot() throws IOException {
		CliRun run = playAll(List.of("raise opened\n expect log newest history { total.value == 7 Wh }", "repeat 5 { raise opened }\n expect 3 log history", "set total.value = 7 Wh\n lose power for 1 h\n expect total.value == 7 Wh",
			"set power.value = 7 W\n lose power for 1 h\n expect power.value == 0 W", "as publicClient { read power.value\n expect denied with object-undefined }",
			"set clock.time = 2026-12-24 18:00\n expect clock.time == 2026-12-24 18:00", "raise opened\n call history.reset()\n expect no log history", "expect no alert *"));
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
	}

	@Test
	void jsonAndJUnitTellTheSame() throws IOException {
		CliRun json = play("expect total.value == 1 Wh", "--format", "json");
		assertEquals(ExitCode.FINDINGS, json.exitCode(), json.toString());
		assertTrue(json.results().contains("\"failure\": \"total.value is 0 Wh\"") || json.results().contains("\"failure\":\"total.value is 0 Wh\""), json.toString());
		CliRun junit = play("expect total.value == 1 Wh", "--format", "junit");
		assertTrue(junit.results().contains("<failure message=\"line 31: expect total.value == 1 Wh: total.value is 0 Wh\">"), junit.toString());
	}

	/** What the page of the language shows comes out as the page says. */
	@Test
	void theScenariosOfThePageComeOutAsExpected() throws IOException {
		String page = Files.readString(Path.of("../../docs/language/scenario.md"));
		int from = page.indexOf("// meter.cosem");
		Files.writeString(folder.resolve("meter.cosem"), page.substring(from, page.indexOf("```", from)));
		Files.copy(Path.of("../../docs/language/base.cosem"), folder.resolve("base.cosem"));
		CliRun run = CliRun.of("run", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.results().endsWith("4 scenarios played: 4 as expected, 0 not\n"), run.toString());
	}

	@Test
	void theSameTextGivesTheSameResult() throws IOException {
		String steps = "  advance by 5 min\n  raise opened\n  lose power for 1 h\n  expect log newest history { total.value == 7 Wh }";
		assertEquals(play(steps, "--format", "json").results(), play(steps, "--format", "json").results());
	}

	@Test
	void wrongUseIsToldInOneSentence() throws IOException {
		CliRun other = play("expect total.value == 0 Wh", "--scenario", "nothing like it");
		assertEquals(ExitCode.USAGE, other.exitCode(), other.toString());
		assertTrue(other.lastNote().contains("there are: s0."), other.toString());
		CliRun none = CliRun.of("run", Files.writeString(folder.resolve("n.cosem"), "namespace c.d\nmeter N { device management at 1 named \"TST2\" { } }\n"), "--variant", "plain");
		assertTrue(none.exitCode() != ExitCode.FINE, none.toString());
		CliRun wrong = play("expect nobody.value == 0");
		assertEquals(ExitCode.FINDINGS, wrong.exitCode(), wrong.toString());
		assertTrue(wrong.progress().contains("no object nobody"), wrong.toString());
		assertTrue(wrong.lastNote().endsWith("Nothing was played."), wrong.toString());
	}
}
