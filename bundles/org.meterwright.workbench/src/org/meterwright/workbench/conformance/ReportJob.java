// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.meterwright.rules.conformance.ConformancePage;
import org.meterwright.rules.conformance.ConformanceReport;
import org.meterwright.workbench.text.WindowThread;

/** Writes a conformance report beside the workspace's own data and lets the system's browser show it. */
final class ReportJob extends Job {
	private final ConformanceReport report;
	private final Display display;
	private final Consumer<String> tell;

	ReportJob(ConformanceReport report, Display display, Consumer<String> tell) {
		super("Write the conformance report of %s".formatted(report.meter()));
		this.report = report;
		this.display = display;
		this.tell = tell;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Path folder = Path.of(Platform.getStateLocation(Platform.getBundle("org.meterwright.workbench")).toOSString());
		Path page = folder.resolve("%s-conformance.html".formatted(report.meter()));
		String words;
		try {
			Files.createDirectories(folder);
			Files.writeString(page, ConformancePage.of(report));
			words = "The report is in %s".formatted(page);
			WindowThread.later(display, () -> Program.launch(page.toUri().toString()));
		} catch (IOException e) {
			words = "The report cannot be written: %s".formatted(e.getMessage());
		}
		String said = words;
		WindowThread.later(display, () -> tell.accept(said));
		return Status.OK_STATUS;
	}
}
