// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Threads that answer questions about texts. An answer may wait for a check to end, and a check does its work side by side in the common pool: if
 * answers took the common pool's threads, on a machine with few of them both would wait for ever.
 */
public final class Answering {
	private static final Executor THREADS = Executors.newCachedThreadPool(task -> {
		Thread thread = new Thread(task, "Meterwright answers");
		thread.setDaemon(true);
		return thread;
	});

	private Answering() {
	}

	/** Returns the threads. */
	public static Executor threads() {
		return THREADS;
	}
}
