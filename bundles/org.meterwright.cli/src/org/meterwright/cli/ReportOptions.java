// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.List;

import org.meterwright.rules.Finding;
import org.meterwright.rules.report.FindingReport;
import org.meterwright.rules.report.JUnitReport;
import org.meterwright.rules.report.JsonReport;
import org.meterwright.rules.report.SarifReport;
import org.meterwright.rules.report.TextReport;

import picocli.CommandLine.Option;

/** How a command reports findings. */
final class ReportOptions {

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text, json, sarif or junit; text when not given.")
	private ReportFormat format = ReportFormat.TEXT;

	/** Tell whether findings are lines for people. */
	boolean isForPeople() {
		return format == ReportFormat.TEXT;
	}

	/** Print the findings as the result. */
	void print(List<Finding> findings, Console console) {
		console.resultText(writer().write(findings));
	}

	private FindingReport writer() {
		return switch (format) {
			case TEXT -> new TextReport();
			case JSON -> new JsonReport();
			case SARIF -> new SarifReport(Rules.all(), Version.NUMBER);
			case JUNIT -> new JUnitReport();
		};
	}
}
