// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.value.Origin;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;
import org.meterwright.rules.RuleCatalogue;
import org.meterwright.rules.Severity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FindingReportTest {

	private static final Origin PLACE = new Origin("my meter/tariff.cosem", 12, 345, 6, "written");
	private static final Finding ERROR = new Finding("MW-TEST-001", Severity.ERROR, "The value \"5 < 7\"\nis not é.", PLACE, Optional.empty(), 0, List.of(), Optional.empty());
	private static final Finding WARNING = new Finding("MW-TEST-002", Severity.WARNING, "Take care.", PLACE, Optional.empty(), 0, List.of(), Optional.empty());
	private static final List<Finding> FINDINGS = List.of(ERROR, WARNING, ERROR.accept("on purpose & known"));

	@Test
	void textIsOneLineForEachFindingThatNobodyAccepted() {
		assertEquals("""
				my meter/tariff.cosem:12: error MW-TEST-001: The value "5 < 7" is not é.
				my meter/tariff.cosem:12: warning MW-TEST-002: Take care.
				""", new TextReport().write(FINDINGS));
	}

	@Test
	void jsonKeepsEverything() {
		String json = new JsonReport().write(FINDINGS);
		assertTrue(json.startsWith("""
				{
				  "findings": [
				    {
				      "rule": "MW-TEST-001",
				      "severity": "error",
				      "message": "The value \\"5 < 7\\"\\nis not é.",
				      "file": "my meter/tariff.cosem",
				      "line": 12,
				      "offset": 345,
				      "length": 6,
				      "accepted": null,
				      "variants": []
				    },
				"""), json);
		assertTrue(json.endsWith("""
				  "summary": {
				    "errors": 1,
				    "warnings": 1,
				    "infos": 0,
				    "accepted": 1
				  }
				}
				"""), json);
	}

	@Test
	void variantsAreNamedWhereThereAreSeveral() {
		List<Finding> some = List.of(WARNING.in(List.of("E470", "E470-plus")));
		String line = TextReport.line(WARNING);
		assertEquals(line + " [all 2 variants]\n", new TextReport(2).write(some));
		assertEquals(line + " [E470, E470-plus]\n", new TextReport(3).write(some));
		assertEquals(line + " [a, b, c and 2 more]\n", new TextReport(9).write(List.of(WARNING.in(List.of("a", "b", "c", "d", "e")))));
		assertTrue(new JsonReport().write(some).contains("\"E470-plus\""));
		assertTrue(new JUnitReport().write(some).contains("line 12 (E470, E470-plus)\""));
	}

	@Test
	void jsonOfNothingIsComplete() {
		assertTrue(new JsonReport().write(List.of()).contains("\"findings\": []"));
	}

	@Test
	void sarifHasWhatTheSchemaRequires() {
		Rule rule = new Rule("MW-TEST-001", "Test", Severity.ERROR, "A title.", "A reason.", "A clause", Rule.When.SAVE, "bad", "good", Optional.empty(), false);
		String sarif = new SarifReport(RuleCatalogue.of(List.of(rule)), "9.9").write(FINDINGS);
		assertTrue(sarif.contains("\"version\": \"2.1.0\""), sarif);
		assertTrue(sarif.contains("\"name\": \"Meterwright\""), sarif);
		assertTrue(sarif.contains("\"uri\": \"my%20meter/tariff.cosem\""), sarif);
		assertTrue(sarif.contains("\"startLine\": 12"), sarif);
		assertTrue(sarif.contains("\"level\": \"warning\""), sarif);
		assertTrue(sarif.contains("\"justification\": \"on purpose & known\""), sarif);
		assertTrue(sarif.contains("\"text\": \"A title.\""), sarif);
	}

	@Test
	void jUnitIsWellFormedAndCounts() throws Exception {
		Element suites = parse(new JUnitReport().write(FINDINGS));
		assertEquals("3", suites.getAttribute("tests"));
		assertEquals("1", suites.getAttribute("failures"));
		assertEquals("The value \"5 < 7\"\nis not é.", ((Element) suites.getElementsByTagName("failure").item(0)).getAttribute("message"));
		assertEquals("on purpose & known", ((Element) suites.getElementsByTagName("skipped").item(0)).getAttribute("message"));
	}

	@Test
	void jUnitOfNothingPasses() throws Exception {
		Element suites = parse(new JUnitReport().write(List.of()));
		assertEquals("0", suites.getAttribute("failures"));
		assertEquals(1, suites.getElementsByTagName("testcase").getLength());
	}

	@Test
	void charactersThatXmlCannotHoldAreLeftOut() {
		Finding odd = new Finding("MW-TEST-001", Severity.ERROR, "zero\u0000 bell\u0007", PLACE, Optional.empty(), 0, List.of(), Optional.empty());
		assertFalse(new JUnitReport().write(List.of(odd)).contains("\u0000"));
		assertTrue(new JsonReport().write(List.of(odd)).contains("zero\\u0000 bell\\u0007"));
	}

	private static Element parse(String xml) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
		return document.getDocumentElement();
	}
}
