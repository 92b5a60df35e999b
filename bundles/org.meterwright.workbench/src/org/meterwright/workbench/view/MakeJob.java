// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.view;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Makes what a view shows; a newer wish cancels an older one. */
final class MakeJob<T> extends Job {
	private final ModelView<T> view;
	private volatile Subject wanted;
	/** Set while a newer text takes the place of an older one, which is not the user's doing. */
	private volatile boolean renewed;

	/** Makes a job that follows the text, which nobody needs to see. */
	MakeJob(ModelView<T> view) {
		this(view, "Show a meter");
		setSystem(true);
		setPriority(DECORATE);
	}

	/** Makes a job that a user has asked for and that may take a while: it is seen, and can be cancelled. */
	MakeJob(ModelView<T> view, String name) {
		super(name);
		this.view = view;
	}

	@Override
	protected void canceling() {
		if (!isSystem() && !renewed) {
			view.gaveUp(this);
		}
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == ModelView.FAMILY;
	}

	void make(Subject subject) {
		wanted = subject;
		renewed = true;
		cancel();
		renewed = false;
		schedule();
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Subject subject = wanted;
		try {
			T made = view.make(subject, monitor);
			if (!monitor.isCanceled() && subject == wanted) {
				view.made(made, subject);
			}
			return Status.OK_STATUS;
		} catch (OperationCanceledException e) {
			return Status.CANCEL_STATUS;
		} catch (RuntimeException e) {
			if (subject.language().project().exists()) { // a fault of ours: the view says so instead of reading for ever
				ILog.get().error("%s cannot be shown.".formatted(subject.label()), e);
				view.failed(subject);
			}
			return Status.CANCEL_STATUS; // a project that is deleted meanwhile has no folder any more, and nobody looks at it
		}
	}
}
