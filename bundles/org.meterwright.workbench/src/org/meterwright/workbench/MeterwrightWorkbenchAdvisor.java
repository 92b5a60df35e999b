// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.internal.ide.application.IDEWorkbenchAdvisor;
import org.eclipse.ui.internal.ide.application.IDEWorkbenchWindowAdvisor;
import org.meterwright.workbench.generate.GenerateOnSave;
import org.meterwright.workbench.text.language.Languages;

/**
 * Configure the workbench. Extends the IDE's advisor, which is internal: with a bare one the Problems view, the project icons and the
 * refreshing of the workspace would be missing.
 */
final class MeterwrightWorkbenchAdvisor extends IDEWorkbenchAdvisor {
	static final String WINDOW_TITLE = "Meterwright";

	@Override
	public String getInitialWindowPerspectiveId() {
		return MeterwrightPerspective.ID;
	}

	@Override
	public void postStartup() {
		super.postStartup();
		Languages.get();
		GenerateOnSave.start(getWorkbenchConfigurer().getWorkbench().getDisplay());
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new IDEWorkbenchWindowAdvisor(this, configurer) {
			@Override
			public void preWindowOpen() {
				super.preWindowOpen();
				configurer.setTitle(WINDOW_TITLE);
			}

			/** Takes the menu of builds away: meters have none. */
			@Override
			public void postWindowRestore() throws WorkbenchException {
				super.postWindowRestore();
				withoutBuilds(configurer);
			}

			@Override
			public void postWindowOpen() {
				super.postWindowOpen();
				withoutBuilds(configurer);
			}
		};
	}

	private static void withoutBuilds(IWorkbenchWindowConfigurer configurer) {
		IMenuManager menu = configurer.getActionBarConfigurer().getMenuManager();
		if (menu.remove(IWorkbenchActionConstants.M_PROJECT) != null) {
			menu.update(true);
		}
	}
}
