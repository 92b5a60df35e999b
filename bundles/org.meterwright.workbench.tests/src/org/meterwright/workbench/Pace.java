// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;

/** How fast a machine works, by processor time for a piece of work that is always the same. */
final class Pace {
	/** What it takes on a machine of two cores that a designer would call slow. */
	private static final double USUAL_MS = 60;
	private static final int ROUNDS = 6;
	private static final int STEPS = 60_000;

	private Pace() {
	}

	/** Returns how many times longer this machine takes than a usual one; never below one. */
	static double slowness() {
		double best = Double.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) { // the first ones are compiled on the way
			long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
			work();
			best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e6);
		}
		System.out.printf("pace: %.0f ms%n", best);
		return Math.max(1, best / USUAL_MS);
	}

	private static int work() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			TreeMap<String, Integer> map = new TreeMap<>();
			for (int i = 0; i < STEPS; i++) {
				digest.update((byte) i);
				map.merge("key %d".formatted(i * 7919 % 1000), i, Integer::sum);
			}
			return map.size() + digest.digest()[0];
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
