// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times by what was done. */
final class Samples {
	/** Name of the property that asks for processor time. */
	static final String PROCESSOR_TIME = "benchmark.processor";
	private static final boolean PROCESSOR = Boolean.getBoolean(PROCESSOR_TIME);

	private final Map<String, List<Double>> times = new LinkedHashMap<>();

	/** Tells milliseconds: those on the wall, or on a busy machine those that the processor gave to this thread. */
	static double clock() {
		return (PROCESSOR ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime()) / 1e6;
	}

	/** Does something and notes how many milliseconds it takes. */
	double time(String what, Runnable work) {
		double start = clock();
		work.run();
		double took = clock() - start;
		add(what, took);
		return took;
	}

	/** Notes a figure. */
	void add(String what, double value) {
		times.computeIfAbsent(what, none -> new ArrayList<>()).add(value);
	}

	/** Prints a row for each thing done, for the process that started this one: median, 95th percentile, number. */
	void print() {
		times.forEach((what, values) -> {
			List<Double> sorted = values.stream().sorted().toList();
			System.out.printf(Locale.ROOT, "%s=%.3f;%.3f;%d%n", what, at(sorted, 0.5), at(sorted, 0.95), sorted.size());
		});
	}

	private static double at(List<Double> sorted, double share) {
		return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
	}
}
