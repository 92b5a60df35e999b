// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.generate;

import java.util.LinkedHashSet;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.meterwright.workbench.Preferences;
import org.meterwright.workbench.text.language.Languages;

/** Generates when a text is saved, if the user wishes so. */
public final class GenerateOnSave implements IResourceChangeListener {
	private final Display display;

	private GenerateOnSave(Display display) {
		this.display = display;
	}

	/** Begins to follow the workspace. */
	public static void start(Display display) {
		ResourcesPlugin.getWorkspace().addResourceChangeListener(new GenerateOnSave(display), IResourceChangeEvent.POST_CHANGE);
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		if (!Preferences.get().getBoolean(Preferences.GENERATE_ON_SAVE)) {
			return;
		}
		Set<IProject> saved = new LinkedHashSet<>();
		try {
			event.getDelta().accept(delta -> collect(delta, saved));
		} catch (CoreException e) {
			ILog.get().log(e.getStatus());
		}
		saved.forEach(project -> new GenerateJob(project, new GenerateReport(display, false)).schedule());
	}

	private static boolean collect(IResourceDelta delta, Set<IProject> saved) {
		boolean content = delta.getKind() == IResourceDelta.CHANGED && (delta.getFlags() & IResourceDelta.CONTENT) != 0;
		if (content && delta.getResource() instanceof IFile file && Languages.EXTENSION.equals(file.getFileExtension())) {
			saved.add(file.getProject());
		}
		return true;
	}
}
