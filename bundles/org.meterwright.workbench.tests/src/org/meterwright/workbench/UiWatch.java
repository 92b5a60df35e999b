// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Display;

/**
 * Watches how long the user interface's thread takes to answer, what it does when that is long, and where that time goes: processor time that the thread
 * itself took, or waiting for others in our own code. The rest is what other programs took of the machine, which is nobody's fault here.
 */
final class UiWatch implements AutoCloseable {
	/** What a user notices. */
	static final long NOTICED_MS = 100;
	private static final int PAUSE_MS = 10;
	private static final int SAMPLE_MS = 10;
	private static final int UNSAMPLED_MS = 40;
	private static final int FRAMES = 14;
	private static final int PROMPT = 5;
	private static final String OWN = "org.meterwright";
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/**
	 * A time in which nothing answered.
	 *
	 * @param during what the test was at
	 * @param wall   how long, in milliseconds
	 * @param cpu    processor time of the thread in it, in milliseconds
	 * @param waits  how long it waited below a method of ours, in milliseconds, sampled
	 * @param doing  where it was most of the time
	 */
	record Block(String during, long wall, long cpu, long waits, String doing) {
	}

	private final Display display;
	private final Thread ui;
	private final Thread watcher = new Thread(this::watch, "watches the user interface");
	private final List<Block> blocks = Collections.synchronizedList(new ArrayList<>());
	private volatile String step = "";
	private volatile boolean ended;
	/** How often in a row it answered at once. */
	private volatile int prompt;

	UiWatch(Display display) {
		this.display = display;
		this.ui = display.getThread();
		watcher.setDaemon(true);
		watcher.setPriority(Thread.MAX_PRIORITY);
		watcher.start();
	}

	/** Lets the user interface finish what a step has begun, however long a busy machine takes: so each step has its own blocks. */
	void settle() {
		prompt = 0;
		Ui.waitFor("the user interface to be at rest", () -> prompt >= PROMPT);
	}

	/** Says what is being done from now on. */
	void step(String words) {
		step = words;
	}

	private void watch() {
		try {
			while (!ended && !display.isDisposed()) {
				ask();
				Thread.sleep(PAUSE_MS);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void ask() throws InterruptedException {
		CountDownLatch answered = new CountDownLatch(1);
		AtomicLong cpuThen = new AtomicLong();
		String during = step;
		long begin = System.nanoTime();
		long cpu = THREADS.getThreadCpuTime(ui.threadId());
		display.asyncExec(() -> {
			cpuThen.set(THREADS.getCurrentThreadCpuTime());
			answered.countDown();
		});
		if (answered.await(UNSAMPLED_MS, TimeUnit.MILLISECONDS)) {
			prompt++;
			return;
		}
		prompt = 0;
		Samples samples = new Samples();
		while (!ended && !answered.await(SAMPLE_MS, TimeUnit.MILLISECONDS)) {
			samples.take(ui);
		}
		long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
		if (!ended && wall > NOTICED_MS) {
			blocks.add(new Block(during, wall, TimeUnit.NANOSECONDS.toMillis(cpuThen.get() - cpu), samples.waits(wall), samples.doing()));
		}
	}

	/** Returns the longest of each step by some measure, in milliseconds; a step in which everything answered soon is not there. */
	Map<String, Long> longest(ToLongFunction<Block> measure) {
		Map<String, Long> longest = new LinkedHashMap<>();
		blocks().forEach(block -> longest.merge(block.during(), measure.applyAsLong(block), Math::max));
		return longest;
	}

	/** Returns the blocks that a user notices. */
	List<Block> blocks() {
		synchronized (blocks) {
			return List.copyOf(blocks);
		}
	}

	/** Returns a report: for each step the number of blocks and the longest, and what was done in the longest of all. */
	String report() {
		StringBuilder text = new StringBuilder("Times in which the user interface did not answer for more than %d ms (wall time; processor time of its thread; waiting in our code):%n".formatted(NOTICED_MS));
		blocks().stream().collect(Collectors.groupingBy(Block::during, LinkedHashMap::new, Collectors.toList())).forEach((during, all) -> text.append("  %-48s %3d times, longest %5d ms; %5d ms; %5d ms%n"
				.formatted(during, all.size(), most(all, Block::wall), most(all, Block::cpu), most(all, Block::waits))));
		blocks().stream().sorted((a, b) -> Long.compare(b.cpu() + b.waits(), a.cpu() + a.waits())).limit(12)
				.forEach(block -> text.append("  %d ms (%d ms, %d ms) while: %s%n%s%n".formatted(block.wall(), block.cpu(), block.waits(), block.during(), block.doing())));
		return text.toString();
	}

	private static long most(List<Block> all, ToLongFunction<Block> measure) {
		return all.stream().mapToLong(measure).max().orElse(0);
	}

	@Override
	public void close() {
		ended = true;
	}

	/** What the thread was seen to do. */
	private static final class Samples {
		private final Map<String, Integer> seen = new HashMap<>();
		private String last = "";
		private int all;
		private int waiting;

		void take(Thread thread) {
			State state = thread.getState();
			StackTraceElement[] stack = thread.getStackTrace();
			List<String> own = Arrays.stream(stack).filter(frame -> frame.getClassName().startsWith(OWN) && !frame.getClassName().matches(".*(Test|\\.Ui|\\.MainWays)\\b.*"))
					.map(frame -> "%s.%s:%d".formatted(frame.getClassName(), frame.getMethodName(), frame.getLineNumber())).toList();
			all++;
			if (state != State.RUNNABLE && !own.isEmpty()) {
				waiting++;
			}
			seen.merge(own.isEmpty() ? "only code of the platform" : String.join(" < ", own.subList(0, Math.min(3, own.size()))), 1, Integer::sum);
			last = Arrays.stream(stack).limit(FRAMES).map(frame -> "        %s.%s".formatted(frame.getClassName(), frame.getMethodName())).collect(Collectors.joining("\n"));
		}

		/** Returns how much of a time was waiting; a sample may take longer than it should on a busy machine, so it is counted by its share. */
		long waits(long wall) {
			return all == 0 ? 0 : wall * waiting / all;
		}

		String doing() {
			String most = seen.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(4).map(entry -> "      %d of %d: %s".formatted(entry.getValue(), all, entry.getKey())).collect(Collectors.joining("\n"));
			return "%s%n%s".formatted(most, last);
		}
	}
}
