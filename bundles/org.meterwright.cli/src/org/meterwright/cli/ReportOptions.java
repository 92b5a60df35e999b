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

	/** Print the findings of one meter as the result. */
	void print(List<Finding> findings, Console console) {
		print(findings, 1, console);
	}

	/**
	 * Print the findings as the result.
	 *
	 * @param variants how many meters and variants were checked
	 */
	void print(List<Finding> findings, int variants, Console console) {
		console.resultText(writer(variants).write(findings));
	}

	/** Print a line about the run: part of the result for people; where a machine reads the findings it must not stand between them. */
	void tell(String line, Console console) {
		if (isForPeople()) {
			console.result(line);
		} else {
			console.note(line);
		}
	}

	private FindingReport writer(int variants) {
		return switch (format) {
			case TEXT -> new TextReport(variants);
			case JSON -> new JsonReport();
			case SARIF -> new SarifReport(Rules.all(), Version.NUMBER);
			case JUNIT -> new JUnitReport();
		};
	}
}
