// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.meterwright.views.objects.ObjectColumn;
import org.meterwright.views.objects.ObjectFilter;
import org.meterwright.views.objects.ObjectLine;
import org.meterwright.views.objects.ObjectLines;
import org.meterwright.views.objects.ObjectModel;
import org.meterwright.views.objects.ObjectRow;
import org.meterwright.workbench.text.WindowThread;

/** Filters, sorts and lays out objects in the background; a newer wish cancels an older one. */
final class FilterJob extends Job {
	private static final int PAUSE_MS = 80;

	/**
	 * What is wanted.
	 *
	 * @param sorting column that sorts; nothing: the order of the model
	 */
	record Wish(ObjectModel model, ObjectFilter filter, Optional<ObjectColumn> sorting, boolean down, boolean grouped, Set<String> toggled) {
	}

	/** What came of it. */
	record Result(Wish wish, List<ObjectLine> lines, int objects) {
	}

	private final Display display;
	private final Consumer<Result> show;
	private volatile Wish wanted;

	FilterJob(Display display, Consumer<Result> show) {
		super("Filter objects");
		this.display = display;
		this.show = show;
		setSystem(true);
		setPriority(INTERACTIVE);
	}

	void run(Wish wish) {
		wanted = wish;
		cancel();
		schedule(PAUSE_MS);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Wish wish = wanted;
		List<ObjectRow> rows = new ArrayList<>(wish.filter().of(wish.model().rows()));
		wish.sorting().ifPresent(column -> rows.sort(wish.down() ? column.order().reversed() : column.order()));
		List<ObjectLine> lines = ObjectLines.of(rows, wish.grouped(), wish.toggled());
		if (!monitor.isCanceled() && wish == wanted) {
			WindowThread.later(display, () -> show.accept(new Result(wish, lines, rows.size())));
		}
		return Status.OK_STATUS;
	}
}
