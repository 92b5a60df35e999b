// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;

/** Checks a project in the background: once to open it, which may take a while and is shown with progress, then whenever typing has paused. */
final class CheckJob extends Job {
	/** Family of all checks, to wait for. */
	static final Object FAMILY = CheckJob.class;
	private static final int PAUSE_MS = 300;

	private final ProjectLanguage language;

	private CheckJob(String name, ProjectLanguage language) {
		super(name);
		this.language = language;
	}

	/** Makes the job that opens a project; it is seen, and can be cancelled. */
	static CheckJob opening(ProjectLanguage language) {
		CheckJob job = new CheckJob("Read the meters of %s".formatted(language.project().getName()), language);
		job.setPriority(LONG);
		return job;
	}

	/** Makes the job that follows the keys. */
	static CheckJob following(ProjectLanguage language) {
		CheckJob job = new CheckJob("Check the meters of %s".formatted(language.project().getName()), language);
		job.setSystem(true);
		job.setPriority(SHORT);
		return job;
	}

	/** Begins after a pause, which starts anew with each call; what is under way comes to its end before. */
	void soon() {
		if (getState() != RUNNING) {
			cancel();
		}
		schedule(PAUSE_MS);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			language.update(SubMonitor.convert(monitor));
			return Status.OK_STATUS;
		} catch (OperationCanceledException e) {
			language.cancelled();
			return Status.CANCEL_STATUS;
		}
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}
}
