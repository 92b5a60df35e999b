// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.dsl.complete.MissingObjects;
import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the objects that a meter's companions require and it lacks. */
@picocli.CommandLine.Command(name = "complete", description = "Write the objects that a meter's companions require and it lacks, as a part of the meter.")
final class CompleteCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Text files, or folders of them.")
	private List<Path> inputs = List.of();

	@Mixin
	private VariantOption variants = new VariantOption();

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", description = "The new text file; standard output when not given. A file that is there is never overwritten.")
	private Path output;

	CompleteCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Compilation compilation = Sources.compile(inputs, Checks.TYPING, variants, console);
		variants.check(compilation);
		if (output != null && Files.exists(output)) {
			throw new Problem(ExitCode.USAGE, "%s is there already; name a new file.".formatted(output));
		}
		if (compilation.meters().isEmpty()) {
			throw new Problem(ExitCode.USAGE, "There is no meter in the text that could be completed.");
		}
		CompiledMeter meter = compilation.meters().getFirst();
		if (meter.model().getCompanions().isEmpty()) {
			throw new Problem(ExitCode.USAGE, "%s conforms to no companion; write conforms and the companion's name behind the meter's.".formatted(meter.name()));
		}
		write(meter, MissingObjects.of(meter, new Catalogue()));
		return ExitCode.FINE;
	}

	private void write(CompiledMeter meter, MissingObjects.Part part) {
		if (part.count() == 0) {
			console.note("%s has every object that its companions require.".formatted(meter.name()));
		} else if (output == null) {
			console.resultText(part.text());
		} else {
			OutputFiles.write(List.of(OutputFile.text(output, part.text())));
		}
		part.partly().forEach(name -> console.note("Of the family %s some members are there: it was left to you.".formatted(name)));
		if (part.count() > 0) {
			console.note("%d declarations for %s%s.".formatted(part.count(), meter.name(), output == null ? "" : " in %s".formatted(output)));
		}
	}
}
