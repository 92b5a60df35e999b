// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Findings for machines: standard output is one document and nothing else. */
class ReportFormatTest {

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void writeABadMeter() throws IOException {
		file = Files.writeString(folder.resolve("bad meter.cosem"), """
				namespace a
				meter M {
				  device management at 1 named "ABC1" {
				    x: Data 0-0:96.1.0*255 { value: unsigned = 300 }
				  }
				}
				""");
	}

	@Test
	void jsonParses() {
		CliRun run = CliRun.of("check", file, "--format", "json");
		assertEquals(ExitCode.FINDINGS, run.exitCode());
		Map<?, ?> report = (Map<?, ?>) JsonReader.parse(run.results());
		Map<?, ?> first = findings(report).stream().map(Map.class::cast).filter(each -> each.get("severity").equals("error")).findFirst().orElseThrow();
		assertEquals("MW-LANG-051", first.get("rule"));
		assertEquals(file.toString(), first.get("file"));
		assertEquals(4L, first.get("line"));
		assertEquals(1L, ((Map<?, ?>) report.get("summary")).get("errors"));
	}

	@Test
	void sarifHasWhatItsSchemaRequires() {
		CliRun run = CliRun.of("generate", file, "-o", folder.resolve("out"), "--format", "sarif");
		assertEquals(ExitCode.FINDINGS, run.exitCode());
		Map<?, ?> log = (Map<?, ?>) JsonReader.parse(run.results());
		assertEquals("2.1.0", log.get("version"));
		Map<?, ?> tool = (Map<?, ?>) ((List<?>) log.get("runs")).getFirst();
		Map<?, ?> driver = (Map<?, ?>) ((Map<?, ?>) tool.get("tool")).get("driver");
		assertEquals("Meterwright", driver.get("name"));
		List<?> rules = (List<?>) driver.get("rules");
		for (Object each : (List<?>) tool.get("results")) {
			Map<?, ?> result = (Map<?, ?>) each;
			int index = ((Long) result.get("ruleIndex")).intValue();
			assertEquals(result.get("ruleId"), ((Map<?, ?>) rules.get(index)).get("id"));
			assertTrue(List.of("error", "warning", "note").contains(result.get("level")));
			assertTrue(((Map<?, ?>) result.get("message")).get("text") instanceof String);
			Map<?, ?> place = (Map<?, ?>) ((Map<?, ?>) ((List<?>) result.get("locations")).getFirst()).get("physicalLocation");
			assertTrue(((Map<?, ?>) place.get("artifactLocation")).get("uri").toString().endsWith("bad%20meter.cosem"));
			assertTrue((Long) ((Map<?, ?>) place.get("region")).get("startLine") >= 1);
		}
	}

	@Test
	void jUnitParses() throws Exception {
		CliRun run = CliRun.of("check", file, "--format", "junit");
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		Element suites = factory.newDocumentBuilder().parse(new ByteArrayInputStream(run.results().getBytes(StandardCharsets.UTF_8))).getDocumentElement();
		assertEquals("testsuites", suites.getTagName());
		assertEquals("1", suites.getAttribute("failures"));
	}

	@Test
	void theSummaryDoesNotStandBetweenTheFindings() throws IOException {
		Files.writeString(file, Files.readString(file).replace("300", "30"));
		CliRun run = CliRun.of("generate", file, "-o", folder.resolve("out"), "--format", "json");
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(JsonReader.parse(run.results()) instanceof Map);
		assertTrue(run.progress().contains("flash "), run.toString());
	}

	private static List<?> findings(Map<?, ?> report) {
		return (List<?>) report.get("findings");
	}
}
