// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;

/** Asks for the name of a project, makes it with progress, and opens its text. */
abstract class ProjectWizard extends Wizard implements IWorkbenchWizard {
	private final WizardNewProjectCreationPage namePage = new WizardNewProjectCreationPage("name");
	private final String title;
	private IWorkbench workbench;

	/** What makes the project; runs in the background. */
	interface Work {
		/** Makes it and returns the file to open. */
		IFile run(SubMonitor monitor) throws CoreException;
	}

	ProjectWizard(String title) {
		this.title = title;
		setWindowTitle(title);
		setNeedsProgressMonitor(true);
		namePage.setTitle("Meter project");
		namePage.setDescription("Name the project; its meter gets the same name.");
	}

	@Override
	public void init(IWorkbench bench, IStructuredSelection selection) {
		workbench = bench;
	}

	WizardNewProjectCreationPage namePage() {
		return namePage;
	}

	/** Prepares the work from what was chosen; called on the user interface's thread. */
	abstract Work work(IProjectDescription description);

	/** Tells what came of it, after the text was opened. */
	void made() {
		// most have nothing to tell
	}

	@Override
	public boolean performFinish() {
		Making making = new Making(work(description(namePage.getProjectHandle())));
		try {
			getContainer().run(true, true, making);
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), making.main);
			made();
			return true;
		} catch (InvocationTargetException e) {
			MessageDialog.openError(getShell(), title, String.valueOf(e.getCause().getMessage()));
			return false;
		} catch (PartInitException e) {
			MessageDialog.openError(getShell(), title, e.getMessage());
			return true;
		} catch (InterruptedException e) {
			return false; // cancelled: the wizard stays open
		}
	}

	private IProjectDescription description(IProject project) {
		IProjectDescription description = ResourcesPlugin.getWorkspace().newProjectDescription(project.getName());
		if (!namePage.useDefaults()) {
			description.setLocationURI(namePage.getLocationURI());
		}
		return description;
	}

	private static final class Making extends WorkspaceModifyOperation {
		private final Work work;
		private IFile main;

		Making(Work work) {
			this.work = work;
		}

		@Override
		protected void execute(IProgressMonitor monitor) throws CoreException {
			main = work.run(SubMonitor.convert(monitor));
		}
	}
}
