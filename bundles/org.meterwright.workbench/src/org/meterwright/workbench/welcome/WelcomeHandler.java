// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.welcome;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the welcome page. */
public final class WelcomeHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		open(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage());
		return null;
	}

	/** Opens it on a page of the workbench. */
	public static void open(IWorkbenchPage page) {
		try {
			page.openEditor(new WelcomeInput(), WelcomePage.ID);
		} catch (PartInitException e) {
			ILog.get().log(e.getStatus());
		}
	}
}
