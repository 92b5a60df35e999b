// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectLanguage;

/** Finds the project that a user has in mind. */
public final class CurrentProject {
	private CurrentProject() {
	}

	/** Returns the project of what is selected, else of the active editor, else the first that has a meter. */
	public static Optional<IProject> of(IWorkbenchWindow window, ISelection selection) {
		return selected(selection).or(() -> edited(window)).or(CurrentProject::first);
	}

	/** Returns the project of the active editor, else the first that has a meter. */
	public static Optional<IProject> of(IWorkbenchWindow window) {
		return edited(window).or(CurrentProject::first);
	}

	private static Optional<IProject> selected(ISelection selection) {
		if (selection instanceof IStructuredSelection chosen && !chosen.isEmpty()) {
			return Optional.ofNullable(Adapters.adapt(chosen.getFirstElement(), IResource.class)).map(IResource::getProject);
		}
		return Optional.empty();
	}

	private static Optional<IProject> edited(IWorkbenchWindow window) {
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		IEditorPart editor = page == null ? null : page.getActiveEditor();
		return editor == null ? Optional.empty() : Optional.ofNullable(Adapters.adapt(editor.getEditorInput(), IFile.class)).map(IFile::getProject);
	}

	private static Optional<IProject> first() {
		return Languages.get().all().stream().filter(language -> !language.state().meters().isEmpty()).map(ProjectLanguage::project)
				.min((a, b) -> a.getName().compareTo(b.getName()));
	}
}
