// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report with its scenarios played: what they prove of what companions ask, and what they contradict. */
class ReportScenariosTest {
	private static final String METER = """
			namespace u
			import cosem.*
			companion u.meters {
			  role Operator faces wan "Operator"
			  require importTotal: Register 1-0:1.8.0*255 { value: double-long-unsigned }
			  require serial: Data 0-0:96.1.0*255
			  require history: ProfileGeneric 0-0:99.98.0*255
			  usecase ReadTotal 0x0010 "Read the total" for Operator { read importTotal.value }
			  usecase ReadSerial 0x0011 "Read the number" for Operator { read serial.value }
			  alert opened 0x8001 "Opened" { mandated to Operator }
			  require told "It tells and logs when it is opened" by history.buffer, opened
			  require counted "It counts and bears a number" by importTotal.value, serial.value
			}
			meter M conforms u.meters {
			  device management at 1 named "TST1" {
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime }
			    total: Register 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^0 Wh
			    }
			    serial: Data 0-0:96.1.0*255 { value: unsigned = 5 }
			    history: ProfileGeneric version 1 0-0:99.98.0*255 {
			      capture clock.time, total.value
			      profile_entries = 3
			      buffer: in nvm
			    }
			  }
			  association reader client 1 to management 0-0:40.0.1*255 {
			    role Operator
			    context logical_name plain
			    mechanism lowest
			    conformance get, selective_access, block_transfer_get
			    pdu 512
			    grant read on currentAssociation, clock, total, serial, history
			  }
			  event coverOpened code 7 from firmware
			  on coverOpened {
			    log history
			    alert opened
			  }
			}
			""";
	private static final String TOLD = "scenario \"told & logged\" for M {\n  raise coverOpened\n  expect alert opened\n  expect log history\n}\n";
	private static final String READ = "scenario \"read\" for M {\n  as reader {\n    read serial.value\n    expect total.value == %d Wh\n  }\n}\n";

	@TempDir
	private Path folder;

	@BeforeAll
	static void aCompilerIsThere() {
		new CTool("gcc").require();
	}

	@BeforeEach
	void writeMeter() throws IOException {
		Files.writeString(folder.resolve("meter.cosem"), METER);
	}

	private CliRun report(String scenarios, Object... options) throws IOException {
		Files.writeString(folder.resolve("scenarios.cosem"), "namespace u\n%s".formatted(scenarios));
		Object[] arguments = new Object[options.length + 3];
		arguments[0] = "report";
		arguments[1] = folder.resolve("meter.cosem");
		arguments[2] = folder.resolve("scenarios.cosem");
		System.arraycopy(options, 0, arguments, 3, options.length);
		return CliRun.of(arguments);
	}

	private static Map<?, ?> only(CliRun run) {
		return (Map<?, ?>) ((List<?>) ((Map<?, ?>) JsonReader.parse(run.results())).get("meters")).getFirst();
	}

	private static String verdict(CliRun run, String name) {
		return ((List<?>) only(run).get("lines")).stream().map(Map.class::cast).filter(line -> line.get("name").equals(name)).map(line -> (String) line.get("verdict")).findFirst().orElseThrow();
	}

	@Test
	void whatComesOutAsExpectedIsProven() throws IOException {
		CliRun run = report(TOLD + READ.formatted(0), "--run", "--json");
		assertEquals(ExitCode.FINE, run.exitCode(), run::toString);
		for (String name : List.of("opened", "history", "importTotal", "told", "ReadTotal", "ReadSerial")) {
			assertEquals("proven", verdict(run, name), name);
		}
		assertEquals("met", verdict(run, "serial"), "what is only read shows nothing of its value");
		assertEquals("met", verdict(run, "counted"), "only one of its two answers is shown");
		Map<?, ?> told = (Map<?, ?>) ((List<?>) only(run).get("scenarios")).getFirst();
		assertEquals("told & logged", told.get("scenario"));
		assertEquals(List.of("told", "opened", "history"), told.get("about"));
	}

	/** The example's scenarios show what nothing in a model can answer, by their own word, and much else by what they do. */
	@Test
	void theExampleProvesWhatItsScenariosSay() {
		CliRun run = CliRun.of("report", "../../dsl/examples/prepayment-esme", "--run", "--json");
		assertEquals(ExitCode.FINE, run.exitCode(), run::lastNote);
		for (String name : List.of("smetsLogOrder", "smetsNonVolatileStorage", "securityLog", "creditBelowDisablement", "billingUpdated")) {
			assertEquals("proven", verdict(run, name), name);
		}
		assertEquals("not_decided", verdict(run, "smetsClockAccuracy"), "no scenario shows how well the clock goes");
		List<?> scenarios = (List<?>) only(run).get("scenarios");
		assertTrue(scenarios.size() >= 25 && scenarios.stream().map(Map.class::cast).allMatch(each -> Boolean.TRUE.equals(each.get("passed"))), scenarios::toString);
	}

	@Test
	void whatFailsIsContradicted() throws IOException {
		CliRun run = report(TOLD + READ.formatted(1), "--run", "--json");
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run::toString);
		assertEquals("contradicted", verdict(run, "importTotal"));
		assertEquals("contradicted", verdict(run, "counted"));
		assertEquals("met", verdict(run, "ReadSerial"), "what stood before the step that failed was done");
		assertEquals("proven", verdict(run, "told"));
		CliRun text = report(TOLD + READ.formatted(1), "--run");
		assertTrue(text.results().contains("Scenarios     1 as expected, 1 not"), text::toString);
		assertTrue(text.results().contains("scenario read: failed, line 10: expect total.value == 1 Wh: total.value is 0 Wh"), text::toString);
	}

	@Test
	void whatMustNotHappenProvesNothing() throws IOException {
		CliRun quiet = report("scenario \"quiet\" for M {\n  expect no alert opened\n}\n", "--run", "--json");
		assertEquals("met", verdict(quiet, "opened"));
		CliRun loud = report("scenario \"loud\" for M {\n  raise coverOpened\n  expect no alert opened\n}\n", "--run", "--json");
		assertEquals("contradicted", verdict(loud, "opened"));
		CliRun refused = report("scenario \"refused\" for M {\n  as reader {\n    write serial.value = 6\n    expect denied\n  }\n}\n", "--run", "--json");
		assertEquals(List.of(), ((Map<?, ?>) ((List<?>) only(refused).get("scenarios")).getFirst()).get("about"), refused::toString);
	}

	@Test
	void thePageShowsWhatEachScenarioIsAbout() throws IOException {
		Path out = folder.resolve("out");
		report(TOLD, "--run", "-o", out);
		String page = Files.readString(out.resolve("M-conformance.html"));
		assertTrue(page.contains("<tr><td>told &amp; logged</td><td class=\"proven\">as expected</td><td><a href=\"#told\">told</a>, <a href=\"#opened\">opened</a>"), page);
		assertTrue(page.contains("scenario told &amp; logged: passed"), page);
		report(TOLD, "-o", out);
		assertFalse(Files.readString(out.resolve("M-conformance.html")).contains("Scenarios"), "nothing was played");
	}

	@Test
	void whatCannotBePlayedIsTold() throws IOException {
		CliRun none = report("", "--run");
		assertEquals(ExitCode.USAGE, none.exitCode(), none::toString);
		assertTrue(none.lastNote().endsWith("leave out --run."), none::toString);
		CliRun wrong = report("scenario \"wrong\" for M {\n  expect nobody.value == 0\n}\n" + TOLD, "--run");
		assertEquals(ExitCode.FINDINGS, wrong.exitCode(), wrong::toString);
		assertTrue(wrong.lastNote().contains("No scenario was played"), wrong::toString);
		assertTrue(wrong.results().contains("M, u.meters: "), wrong::toString);
	}
}
