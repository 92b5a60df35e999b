// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.status;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IProject;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.meterwright.workbench.CurrentProject;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectLanguage;
import org.meterwright.workbench.text.language.ProjectState;

/** Tells a control of the state of the project that the user works on, until the control goes. */
public final class StatusFollower implements IPartListener2 {
	private final IWorkbenchWindow window;
	private final Control control;
	private final Consumer<Optional<ProjectState>> show;
	private final Consumer<ProjectState> onState = state -> refresh();

	private StatusFollower(IWorkbenchWindow window, Control control, Consumer<Optional<ProjectState>> show) {
		this.window = window;
		this.control = control;
		this.show = show;
	}

	/** Begins to follow, and shows what is known already. */
	public static StatusFollower follow(IWorkbenchWindow window, Control control, Consumer<Optional<ProjectState>> show) {
		StatusFollower follower = new StatusFollower(window, control, show);
		Languages.get().addListener(follower.onState);
		window.getPartService().addPartListener(follower);
		control.addDisposeListener(event -> follower.stop());
		follower.refresh();
		return follower;
	}

	private void stop() {
		Languages.get().removeListener(onState);
		window.getPartService().removePartListener(this);
	}

	/** Shows the state anew; may be called from any thread. */
	public void refresh() {
		if (control.isDisposed()) {
			return;
		}
		control.getDisplay().asyncExec(() -> {
			if (!control.isDisposed()) {
				show.accept(state());
			}
		});
	}

	/** Returns the project that is shown. */
	public Optional<IProject> project() {
		return CurrentProject.of(window);
	}

	private Optional<ProjectState> state() {
		return project().flatMap(Languages.get()::of).map(ProjectLanguage::state);
	}

	@Override
	public void partActivated(IWorkbenchPartReference part) {
		refresh();
	}

	@Override
	public void partClosed(IWorkbenchPartReference part) {
		refresh();
	}
}
