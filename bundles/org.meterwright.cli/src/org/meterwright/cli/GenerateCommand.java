// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.FirmwareOptions;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes firmware tables: from all meters of the texts, or from none when one of them has an error. */
@picocli.CommandLine.Command(name = "generate", description = "Check meters and generate their firmware tables.")
final class GenerateCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Text files, or folders of them.")
	private List<Path> inputs = List.of();

	@Option(names = { "-o", "--output" }, paramLabel = "FOLDER", required = true, description = "Where the files go; made when it is not there.")
	private Path output;

	@Option(names = "--meter", paramLabel = "NAME", description = "Generate this meter only.")
	private String only;

	@Option(names = "--prefix", paramLabel = "PREFIX", description = "Prefix of every C name and file; otherwise made from the meter's name.")
	private String prefix;

	@Option(names = "--no-self-test", description = "Leave the self-test program out.")
	private boolean withoutSelfTest;

	@Mixin
	private ModelOption model = new ModelOption();

	@Mixin
	private ReportOptions report = new ReportOptions();

	GenerateCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Compilation compilation = Sources.compile(inputs, console);
		report.print(compilation.findings(), console);
		ExitCode checked = Sources.exitCode(compilation);
		if (checked != ExitCode.FINE) {
			console.note("%s. Nothing was generated.".formatted(Summary.findings(compilation.findings())));
			return checked;
		}
		List<CompiledMeter> meters = choose(compilation);
		GeneratedOutput generated = generate(meters);
		List<OutputFile> files = new ArrayList<>(generated.files(output));
		files.addAll(model.files(meters));
		OutputFiles.Outcome outcome = OutputFiles.write(files);
		for (GeneratedOutput.Product product : generated.products()) {
			tell("%s: %s".formatted(product.label(), Summary.meter(product.meter().model())));
			tell("%s: %s".formatted(product.label(), Summary.memory(product.firmware().memory())));
		}
		tell("%s; %d files in %s: %d written, %d unchanged, %d of yours kept".formatted(Summary.findings(compilation.findings()),
				outcome.written() + outcome.unchanged() + outcome.kept(), output, outcome.written(), outcome.unchanged(), outcome.kept()));
		return ExitCode.FINE;
	}

	/** The summary is the result of a run for people; where a machine reads the findings it must not stand between them. */
	private void tell(String line) {
		if (report.isForPeople()) {
			console.result(line);
		} else {
			console.note(line);
		}
	}

	private List<CompiledMeter> choose(Compilation compilation) {
		List<CompiledMeter> chosen = compilation.meters().stream().filter(meter -> only == null || only.equals(GeneratedOutput.label(meter)) || only.equals(meter.name())).toList();
		if (chosen.isEmpty()) {
			throw new Problem(ExitCode.USAGE, only == null ? "There is no meter in the text: nothing to generate."
					: "There is no meter %s in the text; there are %s.".formatted(only, String.join(", ", compilation.meters().stream().map(GeneratedOutput::label).toList())));
		}
		return chosen;
	}

	private GeneratedOutput generate(List<CompiledMeter> meters) {
		console.note("Generating %s...".formatted(String.join(", ", meters.stream().map(GeneratedOutput::label).toList())));
		Optional<String> chosen = Optional.ofNullable(prefix);
		try {
			chosen.ifPresent(FirmwareOptions::of);
		} catch (FirmwareException e) {
			throw new Problem(ExitCode.USAGE, "%s.".formatted(e.getMessage()));
		}
		try {
			return GeneratedOutput.of(meters, chosen, !withoutSelfTest);
		} catch (FirmwareException e) {
			throw new Problem(ExitCode.FINDINGS, "%s Nothing was generated.".formatted(e.getMessage()));
		}
	}
}
