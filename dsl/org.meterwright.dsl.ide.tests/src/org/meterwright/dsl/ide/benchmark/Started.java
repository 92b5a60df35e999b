// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process that has run from start to end.
 *
 * @param seconds  from start to end
 * @param busy     seconds that it had a processor
 * @param peak     most memory that it held, in MB; nothing is known outside Linux
 * @param rows     its lines of the form name=value
 * @param launcher the command that was at work in the end, such as the JVM that a script became
 */
record Started(double seconds, double busy, double peak, Map<String, String> rows, List<String> launcher) {

	/** Runs a command. */
	static Started run(List<String> command) {
		try {
			Path output = Files.createTempFile("benchmark", ".txt");
			long start = System.nanoTime();
			Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
			double peak = 0;
			double busy = 0;
			List<String> launcher = List.of();
			while (process.isAlive()) {
				peak = Math.max(peak, peak(process.pid()));
				busy = process.info().totalCpuDuration().map(Duration::toMillis).map(millis -> millis / 1e3).orElse(busy);
				launcher = process.info().arguments().map(List::of).orElse(launcher);
				Thread.sleep(3);
			}
			double seconds = (System.nanoTime() - start) / 1e9;
			String said = Files.readString(output);
			Files.delete(output);
			if (process.exitValue() != 0) {
				throw new IllegalStateException("%s ended with %d:%n%s".formatted(String.join(" ", command), process.exitValue(), said));
			}
			return new Started(seconds, busy, peak, rows(said), launcher);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Map<String, String> rows(String said) {
		Map<String, String> rows = new TreeMap<>();
		said.lines().filter(line -> line.contains("=")).forEach(line -> rows.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
		return rows;
	}

	/** The highest water mark so far, which the system keeps. */
	private static double peak(long process) {
		try {
			return Files.readAllLines(Path.of("/proc/%d/status".formatted(process))).stream().filter(line -> line.startsWith("VmHWM:"))
					.mapToDouble(line -> Double.parseDouble(line.toLowerCase(Locale.ROOT).replaceAll("[^0-9]", "")) / 1e3).findFirst().orElse(0);
		} catch (IOException e) {
			return 0;
		}
	}
}
