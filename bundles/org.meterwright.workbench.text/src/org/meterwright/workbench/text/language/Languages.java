// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.meterwright.workbench.text.severity.WeightPreferences;

/** The meters of all open projects. Started once with the workbench; from then on it follows editors and disk by itself. */
public final class Languages {
	/** How the name of a text ends. */
	public static final String EXTENSION = "cosem";
	/** How long closing waits for a check at the most, in milliseconds. */
	private static final long END_MS = 10_000;
	private static final Languages INSTANCE = new Languages();

	private final Map<IProject, ProjectLanguage> projects = new ConcurrentHashMap<>();
	private final List<Consumer<ProjectState>> listeners = new CopyOnWriteArrayList<>();
	private boolean started;

	private Languages() {
	}

	/** Returns the one for this workbench, started. */
	public static Languages get() {
		INSTANCE.start();
		return INSTANCE;
	}

	private synchronized void start() {
		if (started) {
			return;
		}
		started = true;
		OpenTexts texts = new OpenTexts(this);
		FileBuffers.getTextFileBufferManager().addFileBufferListener(texts);
		ResourcesPlugin.getWorkspace().addResourceChangeListener(new DiskChanges(this), IResourceChangeEvent.POST_CHANGE);
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			opened(project);
		}
		texts.takeOpen();
		WeightPreferences.store().addPropertyChangeListener(event -> all().forEach(ProjectLanguage::check));
		PlatformUI.getWorkbench().addWorkbenchListener(new IWorkbenchListener() {
			@Override
			public boolean preShutdown(IWorkbench workbench, boolean forced) {
				return true;
			}

			@Override
			public void postShutdown(IWorkbench workbench) {
				stop();
			}
		});
	}

	/** Lets checks come to their end when the workbench has closed: the workspace, on which they put markers, closes next. */
	private void stop() {
		all().forEach(ProjectLanguage::dispose);
		projects.clear();
		try {
			for (Job check : Job.getJobManager().find(CheckJob.FAMILY)) {
				check.join(END_MS, null);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Begins with a project that has a place on disk. */
	void opened(IProject project) {
		if (project.isAccessible() && project.getLocation() != null) {
			projects.computeIfAbsent(project, key -> new ProjectLanguage(key, this::publish)).check();
		}
	}

	/** Forgets a project. */
	void closed(IProject project) {
		Optional.ofNullable(projects.remove(project)).ifPresent(ProjectLanguage::dispose);
	}

	private void publish(ProjectState state) {
		listeners.forEach(listener -> listener.accept(state));
	}

	/** Returns the meters of a project, also of one that has just been made; nothing when it is closed. */
	public Optional<ProjectLanguage> of(IProject project) {
		if (!projects.containsKey(project)) {
			opened(project);
		}
		return Optional.ofNullable(projects.get(project));
	}

	/** Returns the meters of the project of a file. */
	public Optional<ProjectLanguage> of(IFile file) {
		return of(file.getProject());
	}

	/** Returns all projects that are followed. */
	public Collection<ProjectLanguage> all() {
		return List.copyOf(projects.values());
	}

	/** Tells a listener of each new state, from a background thread. */
	public void addListener(Consumer<ProjectState> listener) {
		listeners.add(listener);
	}

	/** Stops telling a listener. */
	public void removeListener(Consumer<ProjectState> listener) {
		listeners.remove(listener);
	}
}
