// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.eclipse.lsp4j.jsonrpc.CompletableFutures;

/** Answers questions one after the other, and checks when typing pauses. A question that was cancelled before its turn is not answered. */
final class Worker {
	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
		Thread made = new Thread(null, work, "meterwright-language", 64L << 20);
		made.setDaemon(true);
		return made;
	});
	private final Map<Object, ScheduledFuture<?>> waiting = new ConcurrentHashMap<>();

	/** Answers a question in its turn. */
	<T> CompletableFuture<T> ask(Supplier<T> question) {
		return CompletableFutures.computeAsync(thread, cancelled -> {
			cancelled.checkCanceled();
			return question.get();
		});
	}

	/** Does some work after a pause; asked again before it is over, the pause begins anew. */
	void later(Object key, long milliseconds, Runnable work) {
		ScheduledFuture<?> next = thread.schedule(work, milliseconds, TimeUnit.MILLISECONDS);
		ScheduledFuture<?> before = waiting.put(key, next);
		if (before != null) {
			before.cancel(false);
		}
	}

	void stop() {
		thread.shutdownNow();
	}
}
