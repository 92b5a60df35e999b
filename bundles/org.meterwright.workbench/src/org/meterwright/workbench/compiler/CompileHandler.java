// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.meterwright.workbench.CurrentProject;
import org.meterwright.workbench.Preferences;
import org.meterwright.workbench.text.WindowThread;

/** Lets the compiler of the preferences look at what was generated for the project that the user has in mind. */
public final class CompileHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
		Optional<IProject> project = CurrentProject.of(window, HandlerUtil.getCurrentSelection(event));
		Optional<IFolder> folder = project.map(it -> it.getFolder(Preferences.get().getString(Preferences.OUTPUT_FOLDER))).filter(IFolder::exists);
		folder.ifPresentOrElse(it -> job(it).schedule(), () -> MessageDialog.openInformation(window.getShell(), "Compile Generated C", "Nothing was generated yet: Meter > Generate makes the files."));
		return null;
	}

	/** Makes the job, with the compiler that the user set; it tells by itself what came of it. */
	public static CompileJob job(IFolder folder) {
		String options = Preferences.get().getString(Preferences.COMPILER_OPTIONS).strip();
		List<String> command = new ArrayList<>(List.of(Preferences.get().getString(Preferences.COMPILER)));
		command.addAll(options.isEmpty() ? List.of() : List.of(options.split("\\s+")));
		CompileJob job = new CompileJob(folder, command);
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent end) {
				tell(end.getResult());
			}
		});
		return job;
	}

	private static void tell(IStatus result) {
		if (result.getSeverity() == IStatus.INFO) {
			WindowThread.later(() -> NotificationPopup.forDisplay(Display.getCurrent()).title("Compiled", true).text(result.getMessage()).open());
		}
	}
}
