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
import org.meterwright.dsl.printer.CompanionNames;
import org.meterwright.dsl.printer.ImportedText;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.ImportFinding;
import org.meterwright.exchange.objectlist.ImportResult;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every import of a meter that somebody else described has in common: from files to findings and text. */
final class ImportOptions {

	/** Larger files hold no one's meter; reading them would only fill the memory. */
	private static final long LARGEST = 256L << 20;

	@Mixin
	private ImportedTextOptions target = new ImportedTextOptions();

	@Option(names = "--classes", paramLabel = "FILE|FOLDER", description = "Text that declares classes of the meter's maker; may be repeated.")
	private List<Path> classes = List.of();

	@Option(names = "--conforms", paramLabel = "COMPANION", description = "Name objects as a companion does, such as gbcs.v4.esme, where class and logical name are the same.")
	private String companion;

	@Mixin
	private ReportOptions report = new ReportOptions();

	/** Reads files into a meter. */
	interface Reader {
		/** Reads with the catalogue into a meter of a name. */
		ImportResult read(String name, Catalogue catalogue) throws ImportException;
	}

	/** Import, and write the text. */
	ExitCode perform(Console console, Reader reader) {
		Catalogue catalogue = new Catalogue(own());
		ImportResult result = run(reader, catalogue);
		if (companion != null) {
			name(result, console);
		}
		String text = ImportedText.of(result.meter(), catalogue);
		target.checkFree(text);
		report.print(result.findings().stream().map(ImportOptions::finding).toList(), console);
		target.write(text);
		console.note("%s: %s".formatted(target.file(), Summary.meter(result.meter())));
		return ExitCode.FINE;
	}

	private void name(ImportResult result, Console console) {
		CompanionNames names = CompanionNames.of(companion)
				.orElseThrow(() -> new Problem(ExitCode.USAGE, "--conforms %s: there is no such companion in the library; gbcs.v4.esme is one.".formatted(companion)));
		console.note("%d objects have the name that %s gives them.".formatted(names.assign(result.meter()), companion));
	}

	private ImportResult run(Reader reader, Catalogue catalogue) {
		try {
			return reader.read(target.meterName(), catalogue);
		} catch (ImportException e) {
			throw new Problem(ExitCode.FAILURE, "%s. Nothing was written.".formatted(e.getMessage()));
		}
	}

	/** Read the maker's texts; what does not follow the grammar declares no class that could be trusted. */
	private Collection<SyntaxFile> own() {
		Collection<SyntaxFile> files = Sources.open(classes).files();
		files.stream().flatMap(file -> file.errors().stream().map(error -> "%s:%d: %s".formatted(file.name(), error.line(), error.message()))).findFirst().ifPresent(message -> {
			throw new Problem(ExitCode.FAILURE, "%s. Nothing was written.".formatted(message));
		});
		return files;
	}

	/** Read a file. */
	static Bytes read(Path file) {
		try {
			if (Files.size(file) > LARGEST) {
				throw new Problem(ExitCode.FAILURE, "%s: has more than %d MiB, and is not read; is this the right file? Nothing was written.".formatted(file, LARGEST >> 20));
			}
			return Bytes.of(Files.readAllBytes(file));
		} catch (IOException e) {
			throw Problem.reading(file, e);
		}
	}

	/** Return how messages call a file: the same on every system. */
	static String name(Path file) {
		return file.toString().replace('\\', '/');
	}

	private static Finding finding(ImportFinding finding) {
		return new Finding(finding.rule(), finding.warning() ? Severity.WARNING : Severity.INFO, finding.message(), finding.place(), Optional.empty(), 0, new ArrayList<>(), Optional.empty());
	}
}
