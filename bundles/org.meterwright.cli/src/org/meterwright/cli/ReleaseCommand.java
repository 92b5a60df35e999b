// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.List;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Freezes the logical names that were allocated: from then on a text that would change one is an error. */
@picocli.CommandLine.Command(name = "release", description = "Check meters and freeze the logical names that were allocated for them, in meterwright.lock beside the text.")
final class ReleaseCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Text files, or folders of them.")
	private List<Path> inputs = List.of();

	@Mixin
	private VariantOption variants = new VariantOption();

	@Mixin
	private ReportOptions report = new ReportOptions();

	ReleaseCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Compilation compilation = Locks.checked(Sources.compile(inputs, variants, console));
		variants.check(compilation);
		report.print(compilation.findings(), compilation.meters().size(), console);
		ExitCode checked = Sources.exitCode(compilation);
		if (checked != ExitCode.FINE || compilation.meters().isEmpty()) {
			console.note("%s. Nothing was released.".formatted(Summary.findings(compilation.findings())));
			return compilation.meters().isEmpty() && checked == ExitCode.FINE ? ExitCode.USAGE : checked;
		}
		List<OutputFile> files = Locks.released(compilation.meters());
		OutputFiles.write(files);
		files.forEach(file -> report.tell("%s: %s".formatted(file.path(), Summary.count(compilation.meters().size(), "meter", "s")), console));
		return ExitCode.FINE;
	}
}
