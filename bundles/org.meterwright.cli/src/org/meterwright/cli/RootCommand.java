// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import picocli.CommandLine.Option;

/** What stands before the first command. */
@picocli.CommandLine.Command(name = "meterwright", versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", description = "Design DLMS/COSEM meters as text: check them, and generate their firmware tables.", subcommandsRepeatable = false, footer = {
		"", "Exit codes: 0 fine, 1 findings of severity error, 2 wrong use, 3 could not read or write." })
final class RootCommand {

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = picocli.CommandLine.ScopeType.INHERIT, description = "Show this help and exit.")
	private boolean help;

	@Option(names = { "-V", "--version" }, versionHelp = true, description = "Show the version and exit.")
	private boolean version;
}
