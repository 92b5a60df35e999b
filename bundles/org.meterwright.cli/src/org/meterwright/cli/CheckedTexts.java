// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.List;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Wanted;
import org.meterwright.dsl.output.EarlyLayouts;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The texts that a command is about: read, checked against what was released, and their findings told. */
final class CheckedTexts {

	@Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Text files, or folders of them.")
	private List<Path> inputs = List.of();

	@Mixin
	private VariantOption variants = new VariantOption();

	@Mixin
	private ReportOptions report = new ReportOptions();

	/** Compile the texts and print all findings as the result. */
	Compilation check(Console console) {
		return check(new EarlyLayouts(variants), console);
	}

	/** Tell which meters the user wants. */
	Wanted wanted() {
		return variants;
	}

	/** Compile some meters of the texts, lay their tables out, and print all findings as the result. */
	Compilation check(EarlyLayouts layouts, Console console) {
		Compilation compilation = layouts.checked(Locks.checked(Sources.compile(inputs, layouts, console)));
		variants.check(compilation);
		report.print(compilation.findings(), compilation.meters().size(), console);
		return compilation;
	}

	/** Print a line about the run, see {@link ReportOptions#tell}. */
	void tell(String line, Console console) {
		report.tell(line, console);
	}
}
