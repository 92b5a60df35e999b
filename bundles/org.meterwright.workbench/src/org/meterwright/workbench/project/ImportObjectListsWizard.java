// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;

/** Makes a project from the object lists of a meter and tells what was noticed. */
public final class ImportObjectListsWizard extends Wizard implements IImportWizard {
	private static final String TITLE = "Import Object Lists";
	private static final int SHOWN = 5;

	private final ObjectListsPage listsPage = new ObjectListsPage();
	private final WizardNewProjectCreationPage namePage = new WizardNewProjectCreationPage("name");
	private IWorkbench workbench;

	@Override
	public void init(IWorkbench bench, IStructuredSelection selection) {
		workbench = bench;
		setWindowTitle(TITLE);
		setNeedsProgressMonitor(true);
		namePage.setTitle("Meter project");
		namePage.setDescription("Name the project; the meter gets the same name.");
	}

	@Override
	public void addPages() {
		addPage(listsPage);
		addPage(namePage);
	}

	@Override
	public boolean performFinish() {
		IProjectDescription description = ResourcesPlugin.getWorkspace().newProjectDescription(namePage.getProjectName());
		if (!namePage.useDefaults()) {
			description.setLocationURI(namePage.getLocationURI());
		}
		Import run = new Import(description, listsPage.chosen());
		try {
			getContainer().run(true, false, run);
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), run.main);
			MessageDialog.openInformation(getShell(), TITLE, words(run.lists));
			return true;
		} catch (InvocationTargetException e) {
			MessageDialog.openError(getShell(), TITLE, String.valueOf(e.getCause().getMessage()));
			return false;
		} catch (PartInitException e) {
			MessageDialog.openError(getShell(), TITLE, e.getMessage());
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static String words(ObjectLists lists) {
		List<String> notes = lists.notes();
		String first = notes.stream().limit(SHOWN).collect(Collectors.joining("\n"));
		String more = notes.size() > SHOWN ? "\n... and %d more.".formatted(notes.size() - SHOWN) : "";
		return "%d objects were imported.%s%s%s".formatted(lists.objects(), notes.isEmpty() ? "" : " What was noticed:\n\n", first, more);
	}

	private static final class Import extends WorkspaceModifyOperation {
		private final IProjectDescription description;
		private final List<Path> files;
		private ObjectLists lists;
		private IFile main;

		Import(IProjectDescription description, List<Path> files) {
			this.description = description;
			this.files = files;
		}

		@Override
		protected void execute(IProgressMonitor monitor) throws CoreException {
			lists = ObjectLists.read(MeterProjects.identifier(description.getName()), files);
			main = MeterProjects.create(description, lists.text(), SubMonitor.convert(monitor));
		}
	}
}
