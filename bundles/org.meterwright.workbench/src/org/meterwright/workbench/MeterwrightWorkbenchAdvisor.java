// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.internal.ide.application.IDEWorkbenchAdvisor;
import org.eclipse.ui.internal.ide.application.IDEWorkbenchWindowAdvisor;
import org.meterwright.workbench.generate.GenerateOnSave;
import org.meterwright.workbench.text.draft.DraftsDialog;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.welcome.Splash;
import org.meterwright.workbench.welcome.WelcomeHandler;

/**
 * Configure the workbench. Extends the IDE's advisor, which is internal: with a bare one the Problems view, the project icons and the
 * refreshing of the workspace would be missing.
 */
final class MeterwrightWorkbenchAdvisor extends IDEWorkbenchAdvisor {
	static final String WINDOW_TITLE = "Meterwright";
	private final Splash splash;

	MeterwrightWorkbenchAdvisor(Splash splash) {
		this.splash = splash;
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return MeterwrightPerspective.ID;
	}

	@Override
	public void postStartup() {
		super.postStartup();
		Languages.get();
		Display display = getWorkbenchConfigurer().getWorkbench().getDisplay();
		GenerateOnSave.start(display);
		display.asyncExec(MeterwrightWorkbenchAdvisor::offer);
	}

	/** Texts that a crash left unsaved, and the welcome page where nothing else is to be seen. */
	private static void offer() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window == null || window.getActivePage() == null) {
			return;
		}
		if (Preferences.get().getBoolean(Preferences.WELCOME) && window.getActivePage().getEditorReferences().length == 0) {
			WelcomeHandler.open(window.getActivePage());
		}
		DraftsDialog.offer(window.getShell(), window.getActivePage());
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
				splash.close();
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
