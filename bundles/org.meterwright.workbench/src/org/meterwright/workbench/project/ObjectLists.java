// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.formatting2.TextFormatter;
import org.meterwright.dsl.printer.ModelPrinter;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.objectlist.ImportResult;
import org.meterwright.exchange.objectlist.ListFile;
import org.meterwright.exchange.objectlist.ObjectListImport;
import org.meterwright.workbench.text.language.Language;

/**
 * The text made from the object lists of a meter.
 *
 * @param text    formatted text
 * @param objects number of objects
 * @param notes   what the importer noticed, a sentence each
 */
record ObjectLists(String text, int objects, List<String> notes) {

	/** Reads the object lists of one meter, a file for each association. */
	static ObjectLists read(String meter, List<Path> inputs) throws CoreException {
		try {
			List<ListFile> files = new ArrayList<>();
			for (Path input : inputs) {
				files.add(new ListFile(input.toString().replace('\\', '/'), Bytes.of(Files.readAllBytes(input))));
			}
			Catalogue catalogue = new Catalogue();
			ImportResult result = ObjectListImport.run(meter, files, catalogue);
			String printed = ModelPrinter.standard(catalogue).print(result.meter());
			String text = new TextFormatter().format(Language.part(IParser.class).parse(new StringReader(printed)));
			int objects = result.meter().getDevices().stream().mapToInt(device -> device.getObjects().size()).sum();
			return new ObjectLists(text, objects, result.findings().stream().map(finding -> finding.message()).toList());
		} catch (IOException e) {
			throw new CoreException(Status.error("%s cannot be read.".formatted(e.getMessage()), e));
		} catch (ImportException e) {
			throw new CoreException(Status.error("%s. No project was made.".formatted(e.getMessage())));
		}
	}
}
