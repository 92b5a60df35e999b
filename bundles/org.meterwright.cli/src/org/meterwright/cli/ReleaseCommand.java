// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.List;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;

import picocli.CommandLine.Mixin;

/** Freezes the logical names that were allocated: from then on a text that would change one is an error. */
@picocli.CommandLine.Command(name = "release", description = "Check meters and freeze the logical names that were allocated for them, in meterwright.lock beside the text.")
final class ReleaseCommand implements Command {

	private final Console console;

	@Mixin
	private CheckedTexts texts = new CheckedTexts();

	ReleaseCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Compilation compilation = texts.check(console);
		ExitCode checked = Sources.exitCode(compilation);
		if (checked != ExitCode.FINE || compilation.meters().isEmpty()) {
			console.note("%s. Nothing was released.".formatted(Summary.findings(compilation.findings())));
			return compilation.meters().isEmpty() && checked == ExitCode.FINE ? ExitCode.USAGE : checked;
		}
		List<OutputFile> files = Locks.released(compilation.meters());
		OutputFiles.write(files);
		files.forEach(file -> texts.tell("%s: %s".formatted(file.path(), Summary.count(compilation.meters().size(), "meter", "s")), console));
		return ExitCode.FINE;
	}
}
