// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.List;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.dsl.output.OutputFiles;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks texts and reports what is wrong or worth knowing. */
@picocli.CommandLine.Command(name = "check", description = "Check meters and report every finding.")
final class CheckCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Text files, or folders of them.")
	private List<Path> inputs = List.of();

	@Mixin
	private ModelOption model = new ModelOption();

	@Mixin
	private ReportOptions report = new ReportOptions();

	CheckCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Compilation compilation = Sources.compile(inputs, console);
		report.print(compilation.findings(), console);
		compilation.meters().forEach(meter -> console.note("%s: %s".formatted(GeneratedOutput.label(meter), Summary.meter(meter.model()))));
		if (Sources.exitCode(compilation) == ExitCode.FINE) {
			OutputFiles.write(model.files(compilation.meters()));
		}
		console.note(Summary.findings(compilation.findings()));
		return Sources.exitCode(compilation);
	}
}
