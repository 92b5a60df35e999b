// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.meterwright.cosem.Meter;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaborator;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.firmware.GeneratedFirmware;
import org.meterwright.firmware.emit.Emitter;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;
import org.meterwright.rules.RuleChecker;

/** Does in one fresh process what checking and generating does, one phase after the other, and says how long each takes; or parses alone. */
final class BatchProcess {
	private static final int REPEATED = 7;
	private final Samples samples = new Samples();

	private BatchProcess() {
	}

	/** Measures: what to do, the folder of texts, the folder for what is generated. */
	public static void main(String[] arguments) throws IOException {
		BatchProcess process = new BatchProcess();
		Path input = Path.of(arguments[1]);
		if (arguments[0].equals("parse")) {
			process.phase("parse", () -> Workspace.open(List.of(input)));
		} else {
			process.run(input, Path.of(arguments[2]));
		}
		process.samples.print();
	}

	private <T> T phase(String name, Callable<T> work) {
		List<T> result = new ArrayList<>();
		samples.time(name, () -> {
			try {
				result.add(work.call());
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
		});
		return result.getFirst();
	}

	private void run(Path input, Path output) {
		List<SyntaxFile> all = new ArrayList<>(phase("library", LibraryFiles::files));
		all.addAll(phase("parse", () -> Workspace.open(List.of(input))).files());
		Elaborator.Result result = phase("elaborate", () -> Elaborator.elaborate(new Declarations(all), meter(all), Set.of()));
		Meter meter = result.model();
		samples.add("findings", phase("rules", () -> new RuleChecker(LanguageRules.all()).check(meter, result.findings())).size());
		TableLayout layout = phase("layout", () -> new TableLayout(meter));
		Tables tables = phase("tables", () -> Tables.of(layout));
		GeneratedFirmware firmware = phase("emit", () -> new Emitter(layout, tables, FirmwareOptions.forMeter(meter.getName())).emit());
		List<OutputFile> files = firmware.files().entrySet().stream().map(file -> new OutputFile(output.resolve(file.getKey()), file.getValue().pieces(), false)).toList();
		phase("write", () -> OutputFiles.write(files));
		samples.add("attributes", attributes(meter));
		samples.add("lines", lines(input));
		again(meter, result);
	}

	/** Repeats, in a process that is warm by then, checking, generating everything, and generating without a self-test, by turns. */
	private void again(Meter meter, Elaborator.Result result) {
		FirmwareOptions all = FirmwareOptions.forMeter(meter.getName());
		FirmwareOptions tables = new FirmwareOptions(all.prefix(), false, false);
		for (int i = 0; i < REPEATED; i++) {
			phase("check again", () -> new RuleChecker(LanguageRules.all()).check(meter, result.findings()));
			long before = processor();
			phase("generate again", () -> FirmwareGenerator.generate(meter, all));
			samples.add("generate again busy", processor() - before);
			phase("tables again", () -> FirmwareGenerator.generate(meter, tables));
		}
	}

	/** Tells the milliseconds that all threads of the process got, those of the collector and of the compiler among them; 0 where the system does not say. */
	private static long processor() {
		return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
	}

	private static int attributes(Meter meter) {
		return meter.getDevices().stream().flatMap(device -> device.getObjects().stream()).mapToInt(object -> object.getAttributes().size()).sum();
	}

	private static long lines(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			long count = 0;
			for (Path file : files.toList()) {
				count += Files.readAllLines(file).size();
			}
			return count;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static MeterDecl meter(List<SyntaxFile> files) {
		Optional<MeterDecl> found = files.stream().flatMap(file -> file.root().getElements().stream()).filter(MeterDecl.class::isInstance).map(MeterDecl.class::cast).findFirst();
		return found.orElseThrow();
	}
}
