// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.List;

import org.meterwright.exchange.objectlist.ListFile;
import org.meterwright.exchange.objectlist.ObjectListImport;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes text of the object lists that one meter shows in its associations. */
@picocli.CommandLine.Command(name = "objectlist", description = "Import the object lists of one meter: attribute 2 of its Association LN objects, hex or binary, a file for each association.")
final class ImportObjectListCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE", arity = "1..*", description = "Object lists. A file name such as meter_0.0.40.0.3.255.hex tells the association.")
	private List<Path> inputs = List.of();

	@Mixin
	private ImportOptions options = new ImportOptions();

	ImportObjectListCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		List<ListFile> files = inputs.stream().map(file -> new ListFile(ImportOptions.name(file), ImportOptions.read(file))).toList();
		console.note("Reading %s...".formatted(Summary.count(files.size(), "object list", "s")));
		return options.perform(console, (name, catalogue) -> ObjectListImport.run(name, files, catalogue));
	}
}
