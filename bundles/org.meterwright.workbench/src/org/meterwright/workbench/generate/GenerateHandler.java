// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.generate;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.meterwright.workbench.CurrentProject;

/** Generates from the project that the user has in mind. Texts are saved first, after asking. */
public final class GenerateHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
		Optional<IProject> project = CurrentProject.of(window, HandlerUtil.getCurrentSelection(event));
		if (project.isEmpty()) {
			MessageDialog.openInformation(window.getShell(), "Generate", "There is no meter. Make a project with File > New > Meter Project.");
		} else if (IDE.saveAllEditors(new IResource[] { project.get() }, true)) {
			new GenerateJob(project.get(), new GenerateReport(window.getShell().getDisplay(), true)).schedule();
		}
		return null;
	}
}
