// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

/** Groups the imports; each format is a command below it. */
@picocli.CommandLine.Command(name = "import", synopsisSubcommandLabel = "FORMAT", description = "Make text from what other tools and meters know.")
final class ImportCommand {
}
