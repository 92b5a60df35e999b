// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.view;

import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.meterwright.workbench.text.WindowThread;

/**
 * Works out in the background what a view shows; only what was wished last is shown.
 *
 * @param <W> a wish
 * @param <R> what comes of it
 */
public final class Latest<W, R> extends Job {
	private static final int PAUSE_MS = 60;

	private final Display display;
	private final Function<W, R> work;
	private final Consumer<R> show;
	private volatile W wanted;

	/**
	 * Makes a job.
	 *
	 * @param work is done in the background
	 * @param show shows what came of it, on the display's thread
	 */
	public Latest(String name, Display display, Function<W, R> work, Consumer<R> show) {
		super(name);
		this.display = display;
		this.work = work;
		this.show = show;
		setSystem(true);
		setPriority(INTERACTIVE);
	}

	/** Wishes something; what was wished before is forgotten. */
	public void wish(W wish) {
		wanted = wish;
		schedule(PAUSE_MS);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		W wish = wanted;
		R result = work.apply(wish);
		if (wish == wanted) {
			WindowThread.later(display, () -> {
				if (wish == wanted) {
					show.accept(result);
				}
			});
		}
		return Status.OK_STATUS;
	}
}
