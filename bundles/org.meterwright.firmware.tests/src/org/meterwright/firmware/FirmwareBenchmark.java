// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.meterwright.cosem.Meter;

/**
 * Prints size and speed of the tables of ESME-like meters of 300 and 2,000 objects, beside a widely used open C server stack (measured on the same
 * meters: look-up 350 and 1,360 ns, GET 520 and 1,475 ns, object_list 175 and 1,020 us; flash 34.4 and 36.7, RAM 57 and 49 octets an object).
 */
public final class FirmwareBenchmark {
	private static final int WARM = 5;
	private static final Map<String, double[]> OTHERS = Map.of("find", new double[] {350, 1360}, "get", new double[] {520, 1475}, "object_list", new double[] {175_000, 1_020_000},
			"flash", new double[] {34.4, 36.7}, "ram", new double[] {57, 49});

	private FirmwareBenchmark() {
	}

	/** Runs the benchmark; the argument is the folder of firmware_bench.c. */
	public static void main(String[] arguments) throws IOException {
		System.out.printf(Locale.ROOT, "%-28s %12s %8s %12s %8s%n", "", "300", "ratio", "2,000", "ratio");
		List<Map<String, Double>> columns = List.of(measure(300, Path.of(arguments[0])), measure(2000, Path.of(arguments[0])));
		for (String row : List.of("flash", "ram", "nvm", "find", "get", "object_list", "trigger", "generate_ms")) {
			System.out.printf(Locale.ROOT, "%-28s", row);
			for (int i = 0; i < 2; i++) {
				double value = columns.get(i).getOrDefault(row, Double.NaN);
				System.out.printf(Locale.ROOT, " %12.1f %8s", value, OTHERS.containsKey(row) ? String.format(Locale.ROOT, "%.1fx", OTHERS.get(row)[i] / value) : "");
			}
			System.out.println();
		}
		System.out.println("flash, ram, nvm: octets an object; find, get, object_list, trigger: ns");
	}

	private static Map<String, Double> measure(int objects, Path sources) throws IOException {
		Meter meter = EsmeLikeMeter.of(objects);
		Map<String, Double> found = new TreeMap<>();
		double best = Double.MAX_VALUE;
		for (int i = 0; i < WARM; i++) {
			long start = System.nanoTime();
			FirmwareGenerator.generate(meter, FirmwareOptions.of("esme"));
			best = Math.min(best, (System.nanoTime() - start) / 1e6);
		}
		found.put("generate_ms", best);
		Path folder = Files.createTempDirectory("benchmark");
		Build build = new Build(folder, meter, "esme");
		MemoryReport memory = build.firmware().memory();
		found.put("flash", memory.flash() / (double) objects);
		found.put("ram", memory.ram() / (double) objects);
		found.put("nvm", memory.nvm() / (double) objects);
		Files.copy(sources.resolve("firmware_bench.c"), folder.resolve("firmware_bench.c"));
		List<String> options = new ArrayList<>(List.of("-std=c99", "-O2", "-I.", "-Iruntime"));
		options.addAll(build.sources(false));
		options.addAll(List.of("firmware_bench.c", "-o", "bench", "-lm"));
		Tool.Outcome compiled = new Tool("gcc").run(folder, options);
		if (compiled.exit() != 0) {
			throw new IOException(compiled.output());
		}
		new Tool(folder.resolve("bench").toString()).run(folder, List.of()).output().lines().map(line -> line.split(" "))
				.forEach(cells -> found.put(cells[0], Double.valueOf(cells[1])));
		return found;
	}
}
