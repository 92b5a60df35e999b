// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

/** How findings are written. */
public enum ReportFormat {
	/** One line for each finding: file, line, column, severity, sentence, rule. */
	TEXT,
	/** JSON for scripts. */
	JSON,
	/** SARIF 2.1.0, for code review tools. */
	SARIF,
	/** JUnit XML, for build servers. */
	JUNIT
}
