// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.meterwright.rules.conformance.ConformancePage;
import org.meterwright.rules.conformance.ConformanceReport;
import org.meterwright.workbench.text.WindowThread;

/** Writes a conformance report beside the workspace's own data, the whole of it or nothing, and lets the system's browser show it. */
final class ReportJob extends Job {
	private static final int PARTS = 2;

	private final ConformanceReport report;
	private final Path folder;
	private final Display display;
	private final Consumer<String> tell;

	ReportJob(ConformanceReport report, Display display, Consumer<String> tell) {
		this(report, Path.of(Platform.getStateLocation(Platform.getBundle("org.meterwright.workbench")).toOSString()), display, tell);
	}

	ReportJob(ConformanceReport report, Path folder, Display display, Consumer<String> tell) {
		super("Write the conformance report of %s".formatted(report.meter()));
		this.folder = folder;
		this.report = report;
		this.display = display;
		this.tell = tell;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, PARTS);
		try {
			Path page = write(progress);
			say("The report is in %s".formatted(page));
			WindowThread.later(display, () -> Program.launch(page.toUri().toString()));
			return Status.OK_STATUS;
		} catch (OperationCanceledException e) {
			say("Writing the report was cancelled.");
			return Status.CANCEL_STATUS;
		} catch (IOException e) {
			say("The report cannot be written: %s".formatted(e.getMessage()));
			return Status.OK_STATUS;
		}
	}

	private Path write(SubMonitor progress) throws IOException {
		progress.subTask("requirements");
		progress.checkCanceled();
		String text = ConformancePage.of(report);
		progress.worked(1);
		progress.checkCanceled();
		progress.subTask("page");
		Files.createDirectories(folder);
		Path fresh = Files.createTempFile(folder, "report", ".new");
		try {
			Files.writeString(fresh, text);
			progress.checkCanceled();
			return Files.move(fresh, folder.resolve("%s-conformance.html".formatted(report.meter())), StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(fresh);
		}
	}

	private void say(String words) {
		WindowThread.later(display, () -> tell.accept(words));
	}
}
