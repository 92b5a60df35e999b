// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.meterwright.dsl.formatting2.TextFormatter;
import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays texts out as they should be, in place; all of them or, when one has a syntax error, none. */
@picocli.CommandLine.Command(name = "format", description = "Format texts in place, or tell which are not formatted.")
final class FormatCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Text files, or folders of them.")
	private List<Path> inputs = List.of();

	@Option(names = "--check", description = "Write nothing; list the files that are not formatted, and end with 1 when there are any.")
	private boolean checkOnly;

	FormatCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		List<Path> files = TextFiles.find(inputs);
		TextLayout layout = new TextLayout();
		List<OutputFile> changed = new ArrayList<>();
		boolean broken = false;
		for (Path file : files) {
			String text = TextFiles.read(file);
			IParseResult parsed = layout.parse(text);
			if (parsed.hasSyntaxErrors()) {
				broken = true;
				parsed.getSyntaxErrors().forEach(error -> console.result(sentence(file, error)));
			} else {
				String formatted = new TextFormatter().format(parsed);
				if (!formatted.equals(text)) {
					changed.add(OutputFile.text(file, formatted));
				}
			}
		}
		return broken ? refuse() : finish(files.size(), changed);
	}

	private ExitCode refuse() {
		console.note("A text with syntax errors has no layout; nothing was changed.");
		return ExitCode.FINDINGS;
	}

	private ExitCode finish(int count, List<OutputFile> changed) {
		if (checkOnly) {
			changed.forEach(file -> console.result(file.path().toString()));
			console.note("%d of %d files are not formatted".formatted(changed.size(), count));
			return changed.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
		}
		OutputFiles.write(changed);
		console.note("%d of %d files formatted, the others were already".formatted(changed.size(), count));
		return ExitCode.FINE;
	}

	private static String sentence(Path file, INode error) {
		return "%s:%d: error: %s".formatted(file, error.getTotalStartLine(),
				error.getSyntaxErrorMessage().getMessage().lines().findFirst().orElse("syntax error"));
	}
}
