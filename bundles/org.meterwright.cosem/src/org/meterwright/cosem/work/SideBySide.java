// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Work on the elements of a list by all processors. Each takes the next element when it is done with one, so that a few long pieces of work
 * among many short ones do not hold up the rest, as they do when a list is divided beforehand.
 */
public final class SideBySide {

	private SideBySide() {
	}

	/**
	 * Returns what a function makes of each element, in the order of the list. It is called at any time, on any thread, once for an element.
	 *
	 * @throws RuntimeException what the function throws; when it throws for several elements, that of the first of them
	 */
	public static <T, R> List<R> map(List<T> elements, Function<? super T, ? extends R> function) {
		List<Outcome<R>> outcomes = new ArrayList<>(Collections.nCopies(elements.size(), null));
		Work<T, R> work = new Work<>(elements, function, new AtomicInteger(), outcomes);
		int helpers = Math.min(elements.size(), Runtime.getRuntime().availableProcessors()) - 1;
		List<? extends ForkJoinTask<?>> helping = Stream.<Runnable>generate(() -> work::takeAll).limit(Math.max(0, helpers)).map(ForkJoinPool.commonPool()::submit).toList();
		work.takeAll();
		helping.forEach(ForkJoinTask::join);
		return outcomes.stream().<R>map(Outcome::get).toList();
	}

	/** Runs each of some actions once; see {@link #map}. */
	public static void run(List<Runnable> actions) {
		map(actions, action -> {
			action.run();
			return action;
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

	private record Work<T, R>(List<T> elements, Function<? super T, ? extends R> function, AtomicInteger next, List<Outcome<R>> outcomes) {
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
	}
}
