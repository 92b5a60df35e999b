// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.printer.ImportedText;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.ImportFinding;
import org.meterwright.exchange.objectlist.ImportResult;
import org.meterwright.exchange.objectlist.ListFile;
import org.meterwright.exchange.objectlist.ObjectListImport;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes text of the object lists that one meter shows in its associations. */
@picocli.CommandLine.Command(name = "objectlist", description = "Import the object lists of one meter: attribute 2 of its Association LN objects, hex or binary, a file for each association.")
final class ImportObjectListCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE", arity = "1..*", description = "Object lists. A file name such as meter_0.0.40.0.3.255.hex tells the association.")
	private List<Path> inputs = List.of();

	@Mixin
	private ImportedTextOptions target = new ImportedTextOptions();

	@Option(names = "--classes", paramLabel = "FILE|FOLDER", description = "Text that declares classes of the meter's maker; may be repeated.")
	private List<Path> classes = List.of();

	@Mixin
	private ReportOptions report = new ReportOptions();

	ImportObjectListCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		List<ListFile> files = inputs.stream().map(ImportObjectListCommand::read).toList();
		console.note("Reading %s...".formatted(Summary.count(files.size(), "object list", "s")));
		Catalogue catalogue = new Catalogue(own());
		ImportResult result = run(files, catalogue);
		String text = ImportedText.of(result.meter(), catalogue);
		target.checkFree(text);
		report.print(result.findings().stream().map(ImportObjectListCommand::finding).toList(), console);
		target.write(text);
		console.note("%s: %s".formatted(target.file(), Summary.meter(result.meter())));
		return ExitCode.FINE;
	}

	/** Reads the maker's texts; what does not follow the grammar declares no class that could be trusted. */
	private Collection<SyntaxFile> own() {
		Collection<SyntaxFile> files = Sources.open(classes).files();
		files.stream().flatMap(file -> file.errors().stream().map(error -> "%s:%d: %s".formatted(file.name(), error.line(), error.message()))).findFirst()
				.ifPresent(message -> {
					throw new Problem(ExitCode.FAILURE, "%s. Nothing was written.".formatted(message));
				});
		return files;
	}

	private ImportResult run(List<ListFile> files, Catalogue catalogue) {
		try {
			return ObjectListImport.run(target.meterName(), files, catalogue);
		} catch (ImportException e) {
			throw new Problem(ExitCode.FAILURE, "%s. Nothing was written.".formatted(e.getMessage()));
		}
	}

	private static ListFile read(Path file) {
		try {
			return new ListFile(file.toString().replace('\\', '/'), Bytes.of(Files.readAllBytes(file)));
		} catch (IOException e) {
			throw Problem.reading(file, e);
		}
	}

	private static Finding finding(ImportFinding finding) {
		return new Finding(finding.rule(), finding.warning() ? Severity.WARNING : Severity.INFO, finding.message(), finding.place(), Optional.empty(), 0,
				new ArrayList<>(), Optional.empty());
	}
}
