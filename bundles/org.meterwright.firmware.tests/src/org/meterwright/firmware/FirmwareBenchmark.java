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

/** Prints size and speed of the tables of ESME-like meters of 300 and 2,000 objects, and what each feature of the runtime takes of flash. */
public final class FirmwareBenchmark {
	private static final int WARM = 5;
	private static final int[] SIZES = {300, 2000};
	private static final List<String> SPEED = List.of("-DMW_HAVE_SET=0", "-DMW_HAVE_ACTION=0", "-DMW_HAVE_SUITE0=0", "-DMW_HAVE_PUSH=0", "-DMW_HAVE_LISTS=0", "-DMW_HAVE_HDLC=0", "-std=c99",
			"-O2", "-ffunction-sections", "-fdata-sections", "-Wl,--gc-sections");
	private static final List<String> M4 = List.of("-mcpu=cortex-m4", "-mthumb");

	/**
	 * A widely used open C server stack, measured on the same meters: its flash holds no access rights, lists and triggers.
	 * Rows that it has no figure for are not there.
	 */
	private static final Map<String, double[]> OTHERS = Map.ofEntries(Map.entry("find", new double[] {350, 1360}), Map.entry("get_apdu", new double[] {520, 1475}),
			Map.entry("object_list_apdus", new double[] {175_000, 1_020_000}), Map.entry("flash", new double[] {34.4, 36.7}), Map.entry("ram", new double[] {57, 49}),
			Map.entry("m4 find", new double[] {5101, 47_082}), Map.entry("m4 get_apdu", new double[] {7189, 50_258}), Map.entry("m4 object_list_apdus", new double[] {1_170_000, 11_700_000}));

	private FirmwareBenchmark() {
	}

	/** Runs the benchmark; the argument is the folder of firmware_bench.c. */
	public static void main(String[] arguments) throws IOException {
		System.out.printf(Locale.ROOT, "%-28s %12s %12s %8s %12s %12s %8s%n", "", "300", "other", "ratio", "2,000", "other", "ratio");
		List<Map<String, Double>> columns = List.of(measure(SIZES[0], Path.of(arguments[0])), measure(SIZES[1], Path.of(arguments[0])));
		for (String row : columns.getFirst().keySet()) {
			System.out.printf(Locale.ROOT, "%-28s", row);
			for (int i = 0; i < SIZES.length; i++) {
				double value = columns.get(i).getOrDefault(row, Double.NaN);
				boolean compared = OTHERS.containsKey(row);
				System.out.printf(Locale.ROOT, " %12.1f %12s %8s", value, compared ? String.format(Locale.ROOT, "%.1f", OTHERS.get(row)[i]) : "",
						compared ? String.format(Locale.ROOT, "%.1fx", OTHERS.get(row)[i] / value) : "");
			}
			System.out.println();
		}
		System.out.println("flash, ram, nvm: octets an object; find, get, object_list, trigger: ns; m4: instructions of a Cortex-M4; apdu: from request to response");
		System.out.println("compile_tables_ms: arm-none-eabi-gcc -Os, all tables; generate_ms: the best of %d".formatted(WARM));
		sizes();
	}

	private static Map<String, Double> measure(int objects, Path sources) throws IOException {
		Meter meter = EsmeLikeMeter.of(objects);
		Map<String, Double> found = new TreeMap<>();
		found.put("generate_ms", best(() -> FirmwareGenerator.generate(meter, FirmwareOptions.of("esme"))));
		Build build = new Build(Files.createTempDirectory("benchmark"), meter, "esme");
		MemoryReport memory = build.firmware().memory();
		found.put("flash", memory.flash() / (double) objects);
		found.put("ram", memory.ram() / (double) objects);
		found.put("nvm", memory.nvm() / (double) objects);
		Files.copy(sources.resolve("firmware_bench.c"), build.folder().resolve("firmware_bench.c"));
		List<String> benchmark = new ArrayList<>(build.sources(false));
		benchmark.addAll(build.serverSources());
		benchmark.add("firmware_bench.c");
		read(build.run("gcc", SPEED, benchmark), "", found);
		if (new Tool("qemu-system-arm").isPresent() && new Tool("arm-none-eabi-gcc").isPresent()) {
			read(build.runInQemu(Board.M4, SPEED, benchmark, List.of("-icount", "shift=0")), "m4 ", found);
			found.put("compile_tables_ms", best(() -> compile(build, build.sources(false).stream().filter(name -> name.contains("_tables") || name.startsWith("tables/")).toList(), List.of())));
		}
		return found;
	}

	private static double best(Runnable what) {
		double best = Double.MAX_VALUE;
		for (int i = 0; i < WARM; i++) {
			long start = System.nanoTime();
			what.run();
			best = Math.min(best, (System.nanoTime() - start) / 1e6);
		}
		return best;
	}

	private static void read(String said, String prefix, Map<String, Double> found) {
		said.lines().map(line -> line.split(" ")).filter(cells -> cells.length == 2).forEach(cells -> found.put(prefix + cells[0], Double.valueOf(cells[1])));
	}

	private static void compile(Build build, List<String> sources, List<String> switches) {
		List<String> arguments = new ArrayList<>(List.of("-std=c99", "-Os", "-c"));
		arguments.addAll(M4);
		arguments.addAll(Build.INCLUDES);
		arguments.addAll(switches);
		arguments.addAll(sources);
		build.succeed("arm-none-eabi-gcc", arguments);
	}

	/** Prints the runtime's octets on a Cortex-M4, and how many fewer there are without each feature. */
	private static void sizes() throws IOException {
		if (!new Tool("arm-none-eabi-gcc").isPresent()) {
			return;
		}
		Build build = new Build(Files.createTempDirectory("benchmark"), new SmallMeter().build(), "small");
		List<String> switches = Switches.of(build);
		int all = octets(build, List.of());
		System.out.println();
		System.out.println("size of the runtime by feature, octets of flash on a Cortex-M4 with -Os");
		System.out.printf(Locale.ROOT, "%-28s %8d%n", "everything", all);
		for (String name : switches) {
			System.out.printf(Locale.ROOT, "%-28s %8d%n", name, all - octets(build, List.of(Switches.off(name))));
		}
		System.out.printf(Locale.ROOT, "%-28s %8d%n", "all of these off", octets(build, switches.stream().map(Switches::off).toList()));
		System.out.println("a feature's figure is what is saved without it, and without what needs it");
	}

	private static int octets(Build build, List<String> switches) {
		List<String> sources = new ArrayList<>(build.sources(false).stream().filter(name -> name.startsWith("runtime/")).toList());
		sources.addAll(build.serverSources());
		compile(build, sources, switches);
		List<String> objects = sources.stream().map(name -> Path.of(name).getFileName().toString().replaceAll("\\.c$", ".o")).toList();
		return build.succeed("arm-none-eabi-size", objects).output().lines().skip(1).map(line -> line.strip().split("\\s+")).mapToInt(cells -> Integer.parseInt(cells[0]) + Integer.parseInt(cells[1])).sum();
	}
}
