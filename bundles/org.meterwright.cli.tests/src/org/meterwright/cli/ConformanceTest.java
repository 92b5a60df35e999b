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

/** What the companions of a meter ask: the report says where it is answered, and the missing objects can be written. */
class ConformanceTest {

	private static final String COMPANION = """
			namespace u
			import cosem.*
			companion u.meters {
			  role Operator faces wan "Operator"
			  index rate = 1..3
			  require importTotal: Register 1-0:1.8.0*255 { value: double-long-unsigned  scaler_unit = 10^0 Wh  clause "Rules 1" }
			  require energy[r in rate]: Register 1-0:1.8.{r}*255 { value: double-long-unsigned  scaler_unit = 10^0 Wh }
			  require dailyLog: ProfileGeneric 1-0:98.2.0*255 { profile_entries: double-long-unsigned range 31..62 }
			  allow serial: Data 0-0:96.1.0*255
			  usecase Read 0x0010 "Read the total" for Operator { read importTotal.value }
			  alert opened 0x8001 "Opened & closed" { mandated to Operator }
			  require total "The meter shows <all> energy" clause "Rules 2" by importTotal.value, Read
			  require days "It keeps 31 days" clause "Rules 3" by dailyLog.profile_entries
			  require display "It has a display" uncertain "nobody wrote it down"
			}
			""";

	@TempDir
	private Path folder;

	@BeforeEach
	void writeTexts() throws IOException {
		Files.writeString(folder.resolve("companion.cosem"), COMPANION);
		Files.writeString(folder.resolve("meter.cosem"), """
				namespace m
				import cosem.*
				import u.*
				meter M conforms u.meters {
				  device management at 1 named "ABC{serial}" {
				    total: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }
				  }
				  association reader client 1 to management 0-0:40.0.1*255 { role Operator  context logical_name plain  mechanism lowest  conformance get  grant read on total }
				}
				""");
	}

	@Test
	void reportsWhatIsAnsweredAndWhatIsMissing() {
		CliRun run = CliRun.of("report", folder);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run::toString);
		assertTrue(run.results().contains("M, u.meters: does not conform"), run::toString);
		assertTrue(run.results().contains("Requirements  1 missing, 1 not decided on the model, 1 met"), run::toString);
		assertTrue(run.results().contains("Use cases     1 met"), run::toString);
		assertTrue(run.results().contains("Objects       4 missing, 1 not used, 1 met"), run::toString);
		assertTrue(run.results().contains("opened: missing, nothing raises it"), run::toString);
	}

	@Test
	void writesAPageAndJson() throws IOException {
		Path out = folder.resolve("out");
		CliRun.of("report", folder.resolve("companion.cosem"), folder.resolve("meter.cosem"), "-o", out);
		String page = Files.readString(out.resolve("M-conformance.html"));
		assertTrue(page.contains("The meter shows &lt;all&gt; energy"), page);
		assertTrue(page.contains("meter.cosem#L6\">"), page);
		assertTrue(page.contains("Rules 3"), page);
		assertTrue(page.contains("uncertain: nobody wrote it down"), page);
		String json = Files.readString(out.resolve("conformance.json"));
		assertTrue(json.contains("\"verdict\": \"missing\""), json);
		assertTrue(json.contains("\"conforms\": false"), json);
		assertEquals(json, CliRun.of("report", folder.resolve("companion.cosem"), folder.resolve("meter.cosem"), "--json").results());
		CliRun.of("report", folder.resolve("companion.cosem"), folder.resolve("meter.cosem"), "-o", out);
		assertEquals(page, Files.readString(out.resolve("M-conformance.html")));
	}

	@Test
	void writesTheMissingObjects() throws IOException {
		Path missing = folder.resolve("missing.cosem");
		CliRun run = CliRun.of("complete", folder, "-o", missing);
		assertEquals(ExitCode.FINE, run.exitCode(), run::toString);
		String text = Files.readString(missing);
		assertTrue(text.contains("extend meter M {"), text);
		assertTrue(text.contains("energy[r in rate]: Register 1-0:1.8.{r}*255 {"), text);
		assertTrue(text.contains("dailyLog: ProfileGeneric version 1 1-0:98.2.0*255 {"), text);
		assertFalse(text.contains("serial"), text);
		assertTrue(CliRun.of("report", folder).results().contains("Objects       1 not used, 5 met"), () -> CliRun.of("report", folder).toString());
		assertEquals(ExitCode.USAGE, CliRun.of("complete", folder, "-o", missing).exitCode());
		assertTrue(CliRun.of("complete", folder).lastNote().contains("has every object"), () -> CliRun.of("complete", folder).toString());
	}

	@Test
	void writesTheMissingObjectsOfEachMeter() throws IOException {
		Path own = Files.createDirectory(folder.resolve("two"));
		String meter = "meter %s conforms own { device management at 1 named \"ABC{serial}\" { } }\n";
		Files.writeString(own.resolve("meters.cosem"), "namespace m\ncompanion own { require count: Data 0-0:96.1.1*255 { value: unsigned } }\n" + meter.formatted("M") + meter.formatted("N"));
		CliRun both = CliRun.of("complete", own);
		assertEquals(ExitCode.FINE, both.exitCode(), both::toString);
		assertTrue(both.results().contains("extend meter M {") && both.results().contains("extend meter N {"), both::toString);
		assertEquals(ExitCode.USAGE, CliRun.of("complete", own, "-o", folder.resolve("new.cosem")).exitCode());
		String one = CliRun.of("complete", own, "--meter", "N").results();
		assertTrue(one.contains("extend meter N {") && !one.contains("extend meter M {"), one);
	}

	@Test
	void writesTheMissingObjectsOfACompanionOfTheLibrary() throws IOException {
		Path own = Files.createDirectory(folder.resolve("own"));
		Files.writeString(own.resolve("meter.cosem"), "namespace m\nmeter M conforms gbcs.v4.esme { device management at 1 named \"ABC{serial}\" { } }\n");
		CliRun run = CliRun.of("complete", own);
		assertEquals(ExitCode.FINE, run.exitCode(), run::toString);
		assertTrue(run.results().contains("  firmwareVersion: Data 0-0:0.2.1*255 { value: octet-string(4) }\n"), run::toString);
	}

	/** Columns stand in a log by the names that the meter has, those of the companion where it lacks the objects; the rules of presence find nothing any more. */
	@Test
	void writesTheColumnsOfMissingLogs() throws IOException {
		Path own = Files.createDirectory(folder.resolve("logs"));
		Files.writeString(own.resolve("meter.cosem"), """
				namespace m
				import cosem.*
				companion market {
				  require clock: Clock 0-0:1.0.0*255
				  require lastCode: Data 0-0:96.11.0*255 { value: unsigned }
				  require journal: ProfileGeneric version 1 0-0:99.98.0*255 {
				    capture clock.time, lastCode.value
				    profile_entries = 30
				  }
				}
				meter M conforms market {
				  device management at 1 named "ABC{serial}" {
				    meterTime: Clock 0-0:1.0.0*255 { time: in call clockTime  status: in call clockStatus }
				  }
				}
				""");
		CliRun run = CliRun.of("complete", own, "-o", own.resolve("missing.cosem"));
		assertEquals(ExitCode.FINE, run.exitCode(), run::toString);
		String text = Files.readString(own.resolve("missing.cosem"));
		assertTrue(text.contains("  journal: ProfileGeneric version 1 0-0:99.98.0*255 {\n    capture meterTime.time, lastCode.value\n    profile_entries = 30\n    buffer: in nvm\n  }\n"), text);
		CliRun checked = CliRun.of("check", own);
		assertFalse(checked.results().contains("MW-COMP-") || checked.results().contains("error"), checked::toString);
	}

	@Test
	void saysWhatItNeeds() throws IOException {
		Files.writeString(folder.resolve("meter.cosem"), "namespace m\nmeter M { device d at 1 { } }\n");
		assertTrue(CliRun.of("report", folder.resolve("meter.cosem")).lastNote().startsWith("No meter of the text conforms"), () -> CliRun.of("report", folder).toString());
		assertTrue(CliRun.of("complete", folder.resolve("meter.cosem")).lastNote().startsWith("M conforms to no companion"), () -> CliRun.of("complete", folder).toString());
	}
}
