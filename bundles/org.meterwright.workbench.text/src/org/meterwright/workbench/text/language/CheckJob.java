// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Checks a project in the background, when typing has paused. */
final class CheckJob extends Job {
	/** Family of all checks, to wait for. */
	static final Object FAMILY = CheckJob.class;
	private static final int PAUSE_MS = 300;

	private final ProjectLanguage language;

	CheckJob(ProjectLanguage language) {
		super("Check meters of %s".formatted(language.project().getName()));
		this.language = language;
		setSystem(true);
		setPriority(SHORT);
	}

	/** Begins after a pause, which starts anew with each call. */
	void soon() {
		cancel();
		schedule(PAUSE_MS);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		language.update();
		return Status.OK_STATUS;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}
}
