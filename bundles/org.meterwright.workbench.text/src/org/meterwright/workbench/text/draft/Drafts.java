// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.meterwright.workbench.text.draft.DraftStore.Draft;
import org.osgi.framework.FrameworkUtil;

/** Keeps what stands unsaved in editors, soon after it was typed, until it is saved or given up. */
public final class Drafts {
	private static final int PAUSE_MS = 1_000;
	private static final Drafts INSTANCE = new Drafts(new DraftStore(
			Path.of(Platform.getStateLocation(FrameworkUtil.getBundle(Drafts.class)).append("drafts").toOSString())));

	private final DraftStore store;
	/** By path in the workspace; nothing: it was saved or given up. */
	private final Map<String, Optional<String>> waiting = new LinkedHashMap<>();
	private final Job job = new Job("Keep drafts") {
		@Override
		protected IStatus run(IProgressMonitor monitor) {
			write();
			return Status.OK_STATUS;
		}
	};

	private Drafts(DraftStore store) {
		this.store = store;
		job.setSystem(true);
	}

	/** Returns those of this workspace. */
	public static Drafts get() {
		return INSTANCE;
	}

	/** Notes what stands in an editor and is not saved. */
	public void unsaved(IFile file, String text) {
		note(file, Optional.of(text));
	}

	/** Notes that nothing is unsaved any more. */
	public void settled(IFile file) {
		note(file, Optional.empty());
	}

	private void note(IFile file, Optional<String> text) {
		synchronized (waiting) {
			waiting.put(file.getFullPath().toString(), text);
		}
		job.schedule(PAUSE_MS);
	}

	private void write() {
		Map<String, Optional<String>> now;
		synchronized (waiting) {
			now = new LinkedHashMap<>(waiting);
			waiting.clear();
		}
		try {
			for (Map.Entry<String, Optional<String>> entry : now.entrySet()) {
				if (entry.getValue().isPresent()) {
					store.put(entry.getKey(), entry.getValue().get());
				} else {
					store.remove(entry.getKey());
				}
			}
		} catch (IOException e) {
			ILog.get().error("Unsaved texts cannot be kept for the case of a crash.", e);
		}
	}

	/** Returns the drafts whose files are still there and say something else. */
	public List<Draft> lost() {
		try {
			return store.all().stream().filter(draft -> file(draft).filter(file -> !text(file).equals(Optional.of(draft.text()))).isPresent()).toList();
		} catch (IOException e) {
			ILog.get().error("Drafts cannot be read.", e);
			return List.of();
		}
	}

	/** Gives drafts up. */
	public void forget(List<Draft> drafts) {
		for (Draft draft : drafts) {
			try {
				store.remove(draft.name());
			} catch (IOException e) {
				ILog.get().error("A draft cannot be deleted.", e);
			}
		}
	}

	/** Finds the file of a draft. */
	public static Optional<IFile> file(Draft draft) {
		IPath path = IPath.fromPortableString(draft.name());
		return path.segmentCount() < 2 ? Optional.empty() : Optional.of(ResourcesPlugin.getWorkspace().getRoot().getFile(path)).filter(IFile::exists);
	}

	private static Optional<String> text(IFile file) {
		try {
			return Optional.of(file.readString());
		} catch (CoreException e) {
			return Optional.empty();
		}
	}
}
