// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
		List<CompiledMeter> conforming = meters(compilation).stream().filter(meter -> !meter.model().getCompanions().isEmpty()).toList();
		if (conforming.isEmpty()) {
			throw new Problem(ExitCode.USAGE, "%s conforms to no companion; write conforms and the companion's name behind the meter's.".formatted(compilation.meters().getFirst().name()));
		}
		Map<CompiledMeter, MissingObjects.Part> parts = new LinkedHashMap<>();
		conforming.forEach(meter -> parts.put(meter, MissingObjects.of(meter)));
		write(parts.values().stream().map(MissingObjects.Part::text).filter(text -> !text.isEmpty()).toList());
		parts.forEach(this::tell);
		return ExitCode.FINE;
	}

	/** Returns each meter once, in its first variant. */
	private static List<CompiledMeter> meters(Compilation compilation) {
		Map<String, CompiledMeter> first = new LinkedHashMap<>();
		compilation.meters().forEach(meter -> first.putIfAbsent(meter.name(), meter));
		return List.copyOf(first.values());
	}

	/** Writes the parts of one meter into a file; those of several go to standard output alone, as each is a file of its own. */
	private void write(List<String> texts) {
		if (output != null && texts.size() > 1) {
			throw new Problem(ExitCode.USAGE, "%d meters lack objects, and each part is a file of its own; name one with --meter.".formatted(texts.size()));
		}
		if (output == null) {
			texts.forEach(console::resultText);
		} else if (!texts.isEmpty()) {
			OutputFiles.write(List.of(OutputFile.text(output, texts.getFirst())));
		}
	}

	private void tell(CompiledMeter meter, MissingObjects.Part part) {
		if (part.count() == 0) {
			console.note("%s has every object that its companions require.".formatted(meter.name()));
		}
		part.partly().forEach(name -> console.note("Of the family %s some members are there: it was left to you.".formatted(name)));
		if (part.count() > 0) {
			console.note("%d declarations for %s%s.".formatted(part.count(), meter.name(), output == null ? "" : " in %s".formatted(output)));
		}
	}
}
