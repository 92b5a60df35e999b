// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Meter;
import org.meterwright.cosem.xmi.ModelFileException;
import org.meterwright.cosem.xmi.ModelFiles;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.output.EarlyLayouts;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.FirmwareOptions;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes firmware tables: from all meters of the texts, or from none when one of them has an error. */
@picocli.CommandLine.Command(name = "generate", description = "Check meters and generate their firmware tables.")
final class GenerateCommand implements Command {

	private final Console console;

	@Mixin
	private CheckedTexts texts = new CheckedTexts();

	@Option(names = { "-o", "--output" }, paramLabel = "FOLDER", required = true, description = "Where the files go; made when it is not there.")
	private Path output;

	@Option(names = "--prefix", paramLabel = "PREFIX", description = "Prefix of every C name and file; otherwise made from the meter's name.")
	private String prefix;

	@Option(names = "--no-self-test", description = "Leave the self-test program out.")
	private boolean withoutSelfTest;

	@Option(names = "--image", description = "Also make a loadable image of the tables, NVM as it leaves the factory, both as Intel HEX, and a map of NVM.")
	private boolean image;

	@Option(names = "--migrate-from", paramLabel = "MODEL", description = "Also make a migration of NVM from an older model, saved with --model; several times for several.")
	private List<Path> older = List.of();

	@Mixin
	private ModelOption model = new ModelOption();

	GenerateCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		EarlyLayouts layouts = new EarlyLayouts(texts.wanted());
		Compilation compilation = texts.check(layouts, console);
		ExitCode checked = Sources.exitCode(compilation);
		if (checked != ExitCode.FINE) {
			console.note("%s. Nothing was generated.".formatted(Summary.findings(compilation.findings())));
			return checked;
		}
		List<CompiledMeter> meters = meters(compilation);
		GeneratedOutput generated = generate(meters, layouts);
		List<OutputFile> files = new ArrayList<>(generated.files(output));
		files.addAll(model.files(meters));
		OutputFiles.Outcome outcome = OutputFiles.write(files);
		summarise(generated);
		texts.tell("%s; %d files in %s: %d written, %d unchanged, %d of yours kept".formatted(Summary.findings(compilation.findings()),
				outcome.written() + outcome.unchanged() + outcome.kept(), output, outcome.written(), outcome.unchanged(), outcome.kept()), console);
		return ExitCode.FINE;
	}

	/** One meter gets two lines, several a table. */
	private void summarise(GeneratedOutput generated) {
		if (generated.products().size() == 1) {
			GeneratedOutput.Product product = generated.products().getFirst();
			texts.tell("%s: %s".formatted(product.label(), Summary.meter(product.meter().model())), console);
			texts.tell("%s: %s".formatted(product.label(), Summary.memory(product.firmware().memory())), console);
			return;
		}
		VariantTable table = new VariantTable();
		generated.products().forEach(product -> table.add(product.meter(), Optional.of(product.firmware().memory())));
		table.lines().forEach(line -> texts.tell(line, console));
	}

	private static List<CompiledMeter> meters(Compilation compilation) {
		if (compilation.meters().isEmpty()) {
			List<String> declared = VariantOption.meters(compilation).stream().map(MeterDecl::getName).toList();
			throw new Problem(ExitCode.USAGE, declared.isEmpty() ? "There is no meter in the text: nothing to generate."
					: "Nothing to generate: %s abstract, only there to be extended.".formatted(declared.size() == 1 ? "meter %s is".formatted(declared.getFirst())
							: "meters %s are".formatted(String.join(", ", declared))));
		}
		return compilation.meters();
	}

	private GeneratedOutput generate(List<CompiledMeter> meters, EarlyLayouts layouts) {
		console.note("Generating %s...".formatted(String.join(", ", meters.stream().map(GeneratedOutput::label).toList())));
		Optional<String> chosen = Optional.ofNullable(prefix);
		try {
			chosen.ifPresent(FirmwareOptions::of);
		} catch (FirmwareException e) {
			throw new Problem(ExitCode.USAGE, "%s.".formatted(e.getMessage()));
		}
		try {
			List<Meter> before = before(meters);
			return GeneratedOutput.of(meters, chosen, options -> new FirmwareOptions(options.prefix(), !withoutSelfTest, true).withImage(image).after(before), layouts::of);
		} catch (FirmwareException e) {
			throw new Problem(ExitCode.FINDINGS, "%s Nothing was generated.".formatted(e.getMessage()));
		}
	}

	/** Loads the older models of a meter. */
	private List<Meter> before(List<CompiledMeter> meters) {
		if (!older.isEmpty() && meters.size() > 1) {
			throw new Problem(ExitCode.USAGE, "--migrate-from is for one meter, and here are %d; choose one with --meter and --variant.".formatted(meters.size()));
		}
		List<Meter> models = new ArrayList<>();
		for (Path file : older) {
			try {
				models.add(ModelFiles.load(file));
			} catch (ModelFileException e) {
				throw new Problem(ExitCode.FAILURE, "%s.".formatted(e.getMessage()));
			}
		}
		return models;
	}
}
