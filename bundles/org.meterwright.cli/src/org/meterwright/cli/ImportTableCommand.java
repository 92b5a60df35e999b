// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.Map;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.exchange.ImportReport;
import org.meterwright.exchange.objectlist.SketchImport;
import org.meterwright.exchange.table.TableFile;
import org.meterwright.exchange.table.TableTemplate;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes text of a table: a row for each attribute, a column for each association. */
@picocli.CommandLine.Command(name = "table", description = {"Import a table (.csv or .xlsx): a row for each attribute and method, a column for each association.",
		"Columns are found by their headings: class_id, version, logical_name, attribute, type, value, name; every other column is an association.",
		"--column says what they are called otherwise: --column logical_name=OBIS --column \"client 16=Public\"."})
final class ImportTableCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE", description = "Table: CSV, or the first sheet of an XLSX workbook.")
	private Path input;

	@Option(names = "--column", paramLabel = "WHAT=HEADING", description = "What a heading stands for: class_id, version, logical_name, attribute, type, value, name, or 'client N' for the association of a client; may be repeated. With a client, other columns are left alone.")
	private Map<String, String> columns = Map.of();

	@Mixin
	private ImportOptions options = new ImportOptions();

	ImportTableCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		TableTemplate template = TableTemplate.of(columns).orElseThrow(() -> new Problem(ExitCode.USAGE,
				"--column knows class_id, version, logical_name, attribute, type, value, name and 'client N'; %s is something else.".formatted(String.join(", ", columns.keySet()))));
		Bytes content = ImportOptions.read(input);
		ImportReport report = new ImportReport();
		return options.perform(console, (name, catalogue) -> SketchImport.run(name, TableFile.read(ImportOptions.name(input), content, template, report), catalogue, report));
	}
}
