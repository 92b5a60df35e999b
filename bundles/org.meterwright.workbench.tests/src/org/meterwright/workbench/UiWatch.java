// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Display;

/** Watches how long the user interface's thread takes to answer, and what it does when that is long. */
final class UiWatch implements AutoCloseable {
	/** What a user notices. */
	static final long NOTICED_MS = 100;
	private static final int PAUSE_MS = 15;
	private static final int FRAMES = 12;

	/** A time in which nothing answered: how long, and what was done meanwhile. */
	record Block(String during, long milliseconds, String doing) {
	}

	private final Display display;
	private final Thread ui;
	private final Thread watcher = new Thread(this::watch, "watches the user interface");
	private final List<Block> blocks = Collections.synchronizedList(new ArrayList<>());
	private volatile String step = "";
	private volatile boolean ended;

	UiWatch(Display display) {
		this.display = display;
		this.ui = display.getThread();
		watcher.setDaemon(true);
		watcher.start();
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
		String during = step;
		long begin = System.nanoTime();
		display.asyncExec(answered::countDown);
		if (!answered.await(NOTICED_MS, TimeUnit.MILLISECONDS)) {
			String doing = Arrays.stream(ui.getStackTrace()).limit(FRAMES).map(frame -> "      %s.%s".formatted(frame.getClassName(), frame.getMethodName())).collect(Collectors.joining("\n"));
			while (!ended && !answered.await(NOTICED_MS, TimeUnit.MILLISECONDS)) {
				// still nothing
			}
			blocks.add(new Block(during, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin), doing));
		}
	}

	/** Returns the blocks that a user notices. */
	List<Block> blocks() {
		return List.copyOf(blocks);
	}

	Optional<Block> longest() {
		return blocks().stream().max((a, b) -> Long.compare(a.milliseconds(), b.milliseconds()));
	}

	/** Returns a report: for each step the number of blocks and the longest, and what was done in the longest of all. */
	String report() {
		StringBuilder text = new StringBuilder("Times in which the user interface did not answer for more than %d ms (wall time; a busy machine adds its own):%n".formatted(NOTICED_MS));
		blocks().stream().collect(Collectors.groupingBy(Block::during, LinkedHashMap::new, Collectors.toList()))
				.forEach((during, all) -> text.append("  %-40s %3d times, longest %5d ms%n".formatted(during, all.size(), all.stream().mapToLong(Block::milliseconds).max().orElse(0))));
		blocks().stream().sorted((a, b) -> Long.compare(b.milliseconds(), a.milliseconds())).limit(5)
				.forEach(block -> text.append("  %d ms while: %s%n%s%n".formatted(block.milliseconds(), block.during(), block.doing())));
		return text.toString();
	}

	@Override
	public void close() {
		ended = true;
	}
}
