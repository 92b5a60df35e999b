// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.Optional;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.output.EarlyLayouts;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.dsl.output.OutputFiles;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.MemoryReport;
import org.meterwright.rules.Finding;

import picocli.CommandLine.Mixin;

/** Checks texts and reports what is wrong or worth knowing. */
@picocli.CommandLine.Command(name = "check", description = "Check meters and report every finding.")
final class CheckCommand implements Command {

	private final Console console;

	@Mixin
	private CheckedTexts texts = new CheckedTexts();

	@Mixin
	private ModelOption model = new ModelOption();

	CheckCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		EarlyLayouts layouts = new EarlyLayouts(texts.wanted());
		Compilation compilation = texts.check(layouts, console);
		summarise(compilation, layouts);
		if (Sources.exitCode(compilation) == ExitCode.FINE) {
			OutputFiles.write(model.files(compilation.meters()));
		}
		console.note(Summary.findings(compilation.findings()));
		return Sources.exitCode(compilation);
	}

	/** One meter gets a line, several a table with what each would take. */
	private void summarise(Compilation compilation, EarlyLayouts layouts) {
		if (compilation.meters().size() < 2) {
			compilation.meters().forEach(meter -> console.note("%s: %s".formatted(GeneratedOutput.label(meter), Summary.meter(meter.model()))));
			return;
		}
		VariantTable table = new VariantTable();
		compilation.meters().forEach(meter -> table.add(meter, memory(meter, layouts)));
		table.lines().forEach(console::note);
	}

	private static Optional<MemoryReport> memory(CompiledMeter meter, EarlyLayouts layouts) {
		return meter.findings().stream().anyMatch(Finding::isBlocking) ? Optional.empty() : Optional.of(FirmwareGenerator.memory(layouts.of(meter.model())));
	}
}
