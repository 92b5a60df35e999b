// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.intake;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.xtext.parser.IParser;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.xmi.ModelFileException;
import org.meterwright.cosem.xmi.ModelFiles;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.formatting2.TextFormatter;
import org.meterwright.dsl.printer.ImportedText;
import org.meterwright.dsl.printer.ModelPrinter;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.ImportReport;
import org.meterwright.exchange.gurux.GuruxFile;
import org.meterwright.exchange.objectlist.ImportResult;
import org.meterwright.exchange.objectlist.ListFile;
import org.meterwright.exchange.objectlist.ObjectListImport;
import org.meterwright.exchange.objectlist.SketchImport;
import org.meterwright.exchange.table.TableFile;
import org.meterwright.exchange.table.TableTemplate;

/**
 * The text of a meter that somebody else described.
 *
 * @param text    formatted text
 * @param objects number of objects
 * @param notes   what was noticed while reading, a sentence each
 */
public record Intake(String text, int objects, List<String> notes) {
	/** Copies the list. */
	public Intake {
		notes = List.copyOf(notes);
	}

	/**
	 * Reads a meter.
	 *
	 * @param meter name that the meter gets
	 * @param files one file, or several where the format allows it
	 */
	public static Intake read(IntakeFormat format, String meter, List<Path> files, IParser parser) throws IntakeException {
		try {
			Catalogue catalogue = new Catalogue();
			return format == IntakeFormat.MODEL ? model(meter, files.getFirst(), catalogue, parser) : of(imported(format, meter, files, catalogue), catalogue, parser);
		} catch (ImportException | ModelFileException e) {
			throw new IntakeException("%s. No project was made.".formatted(e.getMessage()), e);
		} catch (IOException e) {
			throw new IntakeException("%s cannot be read. No project was made.".formatted(e.getMessage()), e);
		}
	}

	private static ImportResult imported(IntakeFormat format, String meter, List<Path> files, Catalogue catalogue) throws IOException, ImportException {
		if (format == IntakeFormat.OBJECT_LISTS) {
			List<ListFile> lists = new ArrayList<>();
			for (Path file : files) {
				lists.add(new ListFile(name(file), content(file)));
			}
			return ObjectListImport.run(meter, lists, catalogue);
		}
		Path file = files.getFirst();
		ImportReport report = new ImportReport();
		return SketchImport.run(meter, format == IntakeFormat.GURUX ? GuruxFile.read(name(file), content(file), report)
				: TableFile.read(name(file), content(file), TableTemplate.of(Map.of()).orElseThrow(), report), catalogue, report);
	}

	private static Bytes content(Path file) throws IOException {
		return Bytes.of(Files.readAllBytes(file));
	}

	private static String name(Path file) {
		return file.toString().replace('\\', '/');
	}

	private static Intake of(ImportResult result, Catalogue catalogue, IParser parser) {
		String text = ImportedText.of(result.meter(), catalogue);
		return new Intake(formatted(text, parser), objects(result.meter()), result.findings().stream().map(finding -> finding.message()).toList());
	}

	private static Intake model(String name, Path file, Catalogue catalogue, IParser parser) throws ModelFileException {
		Meter meter = ModelFiles.load(file);
		meter.setName(name);
		List<String> switches = meter.getSwitches().isEmpty() ? List.of() : List.of("Switched on in this model, and decided in the text: %s.".formatted(String.join(", ", meter.getSwitches())));
		return new Intake(formatted(ModelPrinter.standard(catalogue).print(meter), parser), objects(meter), switches);
	}

	private static String formatted(String text, IParser parser) {
		return new TextFormatter().format(parser.parse(new StringReader(text)));
	}

	private static int objects(Meter meter) {
		return meter.getDevices().stream().mapToInt(device -> device.getObjects().size()).sum();
	}
}
