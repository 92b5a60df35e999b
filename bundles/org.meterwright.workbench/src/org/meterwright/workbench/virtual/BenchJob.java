// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.meterwright.scenario.RefusedException;

/** Does something with a virtual meter in the background, one after the other; cancelling interrupts it. */
final class BenchJob extends Job {
	/** Family of all such jobs, to wait for. */
	static final Object FAMILY = BenchJob.class;

	/** The work. */
	interface Work {
		/** Does it; returns what to tell the user, or nothing. */
		String run(IProgressMonitor monitor) throws IOException, RefusedException;
	}

	/** Lets only one job at a time have its turn. */
	static final class Turn implements ISchedulingRule {
		@Override
		public boolean contains(ISchedulingRule rule) {
			return rule == this;
		}

		@Override
		public boolean isConflicting(ISchedulingRule rule) {
			return rule == this;
		}
	}

	private final Work work;
	private final Consumer<String> tell;

	/**
	 * Makes a job.
	 *
	 * @param tell is told in the background what came of it
	 */
	BenchJob(String name, Turn turn, Work work, Consumer<String> tell) {
		super(name);
		this.work = work;
		this.tell = tell;
		setRule(turn);
		setPriority(INTERACTIVE);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			tell.accept(work.run(monitor));
		} catch (IOException | RefusedException | IllegalArgumentException e) {
			tell.accept(monitor.isCanceled() ? "%s: cancelled.".formatted(getName()) : sentence(e.getMessage() == null ? "The meter is silent" : e.getMessage()));
		}
		return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}

	private static String sentence(String message) {
		String first = message.isEmpty() ? "" : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
		return first.endsWith(".") ? first : "%s.".formatted(first);
	}

	@Override
	protected void canceling() {
		Thread thread = getThread();
		if (thread != null) {
			thread.interrupt();
		}
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}
}
