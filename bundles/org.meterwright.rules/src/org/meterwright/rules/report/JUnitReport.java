// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.meterwright.cosem.words.Markup;
import org.meterwright.rules.Finding;

/**
 * JUnit XML for build servers: a test suite for each file, a test case for each finding. Errors are failures, accepted findings are
 * skipped with their reason, and everything else passes and says its sentence on its output.
 */
public final class JUnitReport implements FindingReport {

	@Override
	public String write(List<Finding> findings) {
		Map<String, List<Finding>> byFile = findings.stream()
				.collect(Collectors.groupingBy(finding -> finding.place().file(), LinkedHashMap::new, Collectors.toList()));
		StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
		xml.append("<testsuites name=\"meterwright\" tests=\"%d\" failures=\"%d\">\n".formatted(Math.max(1, findings.size()), failures(findings)));
		byFile.forEach((file, list) -> suite(xml, file, list));
		if (findings.isEmpty()) {
			xml.append("  <testsuite name=\"meterwright\" tests=\"1\" failures=\"0\" skipped=\"0\">\n    <testcase classname=\"meterwright\" name=\"no findings\"/>\n  </testsuite>\n");
		}
		return xml.append("</testsuites>\n").toString();
	}

	private static void suite(StringBuilder xml, String file, List<Finding> findings) {
		long skipped = findings.stream().filter(finding -> finding.accepted().isPresent()).count();
		xml.append("  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" skipped=\"%d\">\n".formatted(Markup.attribute(file), findings.size(), failures(findings), skipped));
		findings.forEach(finding -> testCase(xml, finding));
		xml.append("  </testsuite>\n");
	}

	private static void testCase(StringBuilder xml, Finding finding) {
		xml.append("    <testcase classname=\"%s\" name=\"%s line %d%s\">\n".formatted(Markup.attribute(finding.place().file()), Markup.attribute(finding.rule()), finding.place().line(),
				finding.variants().isEmpty() ? "" : Markup.attribute(" (%s)".formatted(String.join(", ", finding.variants())))));
		if (finding.accepted().isPresent()) {
			xml.append("      <skipped message=\"%s\"/>\n".formatted(Markup.attribute(finding.accepted().get())));
		} else if (finding.isBlocking()) {
			xml.append("      <failure type=\"%s\" message=\"%s\">%s</failure>\n".formatted(Markup.attribute(finding.rule()), Markup.attribute(finding.message()),
					Markup.attribute(TextReport.line(finding))));
		} else {
			xml.append("      <system-out>%s</system-out>\n".formatted(Markup.attribute(TextReport.line(finding))));
		}
		xml.append("    </testcase>\n");
	}

	private static long failures(List<Finding> findings) {
		return findings.stream().filter(Finding::isBlocking).count();
	}
}
