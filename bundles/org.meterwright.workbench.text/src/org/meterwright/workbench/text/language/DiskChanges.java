// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;

/** Follows files and projects of the workspace. A file that is open in an editor is left to the editor. */
final class DiskChanges implements IResourceChangeListener {
	private final Languages languages;

	DiskChanges(Languages languages) {
		this.languages = languages;
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		try {
			event.getDelta().accept(this::visit);
		} catch (CoreException e) {
			ILog.get().log(e.getStatus());
		}
	}

	private boolean visit(IResourceDelta delta) {
		switch (delta.getResource()) {
			case IProject project -> {
				return project(project);
			}
			case IFile file when Languages.EXTENSION.equals(file.getFileExtension()) -> file(file, delta);
			default -> {
				// folders and other files say nothing
			}
		}
		return true;
	}

	private boolean project(IProject project) {
		if (project.isAccessible()) {
			return languages.of(project).isPresent();
		}
		languages.closed(project);
		return false;
	}

	private void file(IFile file, IResourceDelta delta) {
		boolean content = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
		boolean open = file.exists() && FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE) != null;
		if (content && !open) {
			languages.of(file).ifPresent(language -> language.changedOnDisk(file));
		}
	}
}
