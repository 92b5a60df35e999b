// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Work on the elements of a list by all processors. Each takes the next element when it is done with one, so that a few long pieces of work
 * among many short ones do not hold up the rest, as they do when a list is divided beforehand.
 */
public final class SideBySide {

	private SideBySide() {
	}

	/**
	 * Returns what a function makes of each element, in the order of the list. It is called at any time, on any thread, once for an element.
	 * Who calls this waits for nobody but those who are at work on an element: where all other threads are held up, even by a lock of the
	 * caller, the caller does everything.
	 *
	 * @throws RuntimeException what the function throws; when it throws for several elements, that of the first of them
	 */
	public static <T, R> List<R> map(List<T> elements, Function<? super T, ? extends R> function) {
		Work<T, R> work = new Work<>(elements, function);
		int helpers = Math.min(elements.size(), Runtime.getRuntime().availableProcessors()) - 1;
		for (int i = 0; i < helpers; i++) {
			ForkJoinPool.commonPool().execute(work::help);
		}
		work.takeAll();
		work.close();
		return work.outcomes.stream().<R>map(Outcome::get).toList();
	}

	/**
	 * Does several things, each at any time and on any thread; waits for all of them as {@link #map(List, Function)} does.
	 *
	 * @throws RuntimeException what one of them throws; when several throw, that of the first of them
	 */
	public static void run(Runnable... works) {
		map(List.of(works), work -> {
			work.run();
			return work;
		});
	}

	/** What came of an element: a result, or what was thrown. */
	private record Outcome<R>(R result, Throwable thrown) {
		R get() {
			switch (thrown) {
				case null -> {
					return result;
				}
				case RuntimeException exception -> throw exception;
				case Error error -> throw error;
				default -> throw new IllegalStateException(thrown);
			}
		}
	}

	private static final class Work<T, R> {
		private final List<T> elements;
		private final Function<? super T, ? extends R> function;
		private final AtomicInteger next = new AtomicInteger();
		private final List<Outcome<R>> outcomes;
		/** One for who called, and one for each helper at work. */
		private final Phaser busy = new Phaser(1);

		Work(List<T> elements, Function<? super T, ? extends R> function) {
			this.elements = elements;
			this.function = function;
			this.outcomes = new ArrayList<>(Collections.nCopies(elements.size(), null));
		}

		/** Takes elements unless all work is done and nobody waits any more. */
		void help() {
			if (busy.register() >= 0) {
				takeAll();
				busy.arriveAndDeregister();
			}
		}

		void takeAll() {
			for (int i = next.getAndIncrement(); i < elements.size(); i = next.getAndIncrement()) {
				outcomes.set(i, take(elements.get(i)));
			}
		}

		private Outcome<R> take(T element) {
			try {
				return new Outcome<>(function.apply(element), null);
			} catch (RuntimeException | Error e) {
				return new Outcome<>(null, e);
			}
		}

		/** Waits for the helpers at work. */
		void close() {
			busy.awaitAdvance(busy.arriveAndDeregister());
		}
	}
}
