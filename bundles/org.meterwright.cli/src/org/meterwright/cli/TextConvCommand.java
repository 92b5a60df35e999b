// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.syntax.ProjectFiles;
import org.meterwright.dsl.syntax.SourceText;
import org.meterwright.exchange.compare.MeterFacts;

import picocli.CommandLine.Parameters;

/** Writes what a file says of a meter, a fact a line, so that git and other tools can compare the facts instead of the text. */
@picocli.CommandLine.Command(name = "textconv", description = { "Write what a file says of a meter, one fact a line: a text, a model (.xmi) or an object list.",
		"For git: git config diff.cosem.textconv 'meterwright textconv'. A text that is no whole meter is written as it is laid out." })
final class TextConvCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE", description = "The file.")
	private Path input;

	TextConvCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		String name = ProjectFiles.name(input);
		if (name.endsWith(MeterSource.MODEL) || MeterSource.isList(name)) {
			new MeterSource(console).read(input, Optional.empty()).forEach(meter -> console.resultText(MeterFacts.text(meter.model())));
		} else {
			console.resultText(text(name, TextFiles.read(input)));
		}
		return ExitCode.FINE;
	}

	private static String text(String name, String text) {
		Compilation compilation = Workspace.of(List.of(SourceText.of(name, text))).compile(Checks.TYPING);
		if (compilation.meters().isEmpty() || compilation.isBlocked()) {
			return new TextLayout().format(text);
		}
		List<String> meters = new ArrayList<>();
		compilation.meters().forEach(meter -> meters.add(MeterFacts.text(meter.model())));
		return String.join("\n", meters);
	}
}
