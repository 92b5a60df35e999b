// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.exchange.ImportReport;
import org.meterwright.exchange.gurux.GuruxFile;
import org.meterwright.exchange.objectlist.SketchImport;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes text of an object XML or a device file of the Gurux tools. */
@picocli.CommandLine.Command(name = "gurux", description = {"Import object XML of the Gurux libraries and simulator, or a device file (.gxc) of GXDLMSDirector.",
		"Keys, passwords and secrets in the file are never taken over."})
final class ImportGuruxCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE", description = "Object XML, or a device file.")
	private Path input;

	@Mixin
	private ImportOptions options = new ImportOptions();

	ImportGuruxCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Bytes content = ImportOptions.read(input);
		ImportReport report = new ImportReport();
		return options.perform(console, (name, catalogue) -> SketchImport.run(name, GuruxFile.read(ImportOptions.name(input), content, report), catalogue, report));
	}
}
