// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;

import org.meterwright.cosem.Meter;
import org.meterwright.cosem.xmi.ModelFileException;
import org.meterwright.cosem.xmi.ModelFiles;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.printer.ModelPrinter;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes text of a model that was saved as XMI. Switches are decided in a model: the text is of the one variant that was saved. */
@picocli.CommandLine.Command(name = "model", description = "Import a COSEM model that was saved with --model: its text, with everything that was derived left out again.")
final class ImportModelCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE", description = "Model, as XMI.")
	private Path input;

	@Mixin
	private ImportedTextOptions target = new ImportedTextOptions();

	ImportModelCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Meter meter = load();
		if (target.isNamed()) {
			meter.setName(target.meterName());
		}
		String text = ModelPrinter.standard(new Catalogue()).print(meter);
		target.checkFree(text);
		target.write(text);
		if (!meter.getSwitches().isEmpty()) {
			console.note("Switched on in this model, and decided in the text: %s".formatted(String.join(", ", meter.getSwitches())));
		}
		console.note("%s: %s".formatted(target.file(), Summary.meter(meter)));
		return ExitCode.FINE;
	}

	private Meter load() {
		try {
			return ModelFiles.load(input);
		} catch (ModelFileException e) {
			throw new Problem(ExitCode.FAILURE, "%s. Nothing was written.".formatted(e.getMessage()));
		}
	}
}
