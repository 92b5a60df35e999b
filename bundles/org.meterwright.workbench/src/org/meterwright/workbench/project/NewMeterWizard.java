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
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;

/** Makes a project for a meter and opens its text. */
public final class NewMeterWizard extends Wizard implements INewWizard {
	/** Id of the wizard. */
	public static final String ID = "org.meterwright.workbench.newMeter";
	private final WizardNewProjectCreationPage namePage = new WizardNewProjectCreationPage("name");
	private final TemplatePage templatePage = new TemplatePage();
	private IWorkbench workbench;

	@Override
	public void init(IWorkbench bench, IStructuredSelection selection) {
		workbench = bench;
		setWindowTitle("New Meter Project");
		setNeedsProgressMonitor(true);
		namePage.setTitle("Meter project");
		namePage.setDescription("Name the project; a small meter gets the same name.");
	}

	@Override
	public void addPages() {
		addPage(namePage);
		addPage(templatePage);
	}

	@Override
	public boolean performFinish() {
		Creation creation = new Creation(description(namePage.getProjectHandle()), templatePage.chosen());
		try {
			getContainer().run(true, false, creation);
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), creation.main);
			return true;
		} catch (InvocationTargetException e) {
			MessageDialog.openError(getShell(), "New Meter Project", String.valueOf(e.getCause().getMessage()));
			return false;
		} catch (PartInitException e) {
			MessageDialog.openError(getShell(), "New Meter Project", e.getMessage());
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private IProjectDescription description(IProject project) {
		IProjectDescription description = ResourcesPlugin.getWorkspace().newProjectDescription(project.getName());
		if (!namePage.useDefaults()) {
			description.setLocationURI(namePage.getLocationURI());
		}
		return description;
	}

	private static final class Creation extends WorkspaceModifyOperation {
		private final IProjectDescription description;
		private final MeterTemplate template;
		private IFile main;

		Creation(IProjectDescription description, MeterTemplate template) {
			this.description = description;
			this.template = template;
		}

		@Override
		protected void execute(IProgressMonitor monitor) throws CoreException {
			main = MeterProjects.create(description, template, SubMonitor.convert(monitor));
		}
	}
}
