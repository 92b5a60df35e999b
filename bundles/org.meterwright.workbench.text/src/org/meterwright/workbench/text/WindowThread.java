// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The thread of the window, for jobs that have something to show. A job may end when the workbench has closed: then nobody looks, and that is no fault. */
public final class WindowThread {
	private WindowThread() {
	}

	/** Does something on the thread of the window when that comes to it; does nothing when the workbench closes. May be called from any thread. */
	public static void later(Runnable work) {
		if (PlatformUI.isWorkbenchRunning()) {
			later(PlatformUI.getWorkbench().getDisplay(), work);
		}
	}

	/** Does something on the thread of a display; does nothing when that is disposed of, now or before its turn comes. */
	public static void later(Display display, Runnable work) {
		if (display.isDisposed()) {
			return;
		}
		try {
			display.asyncExec(work);
		} catch (SWTException e) {
			if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
				throw e;
			}
		}
	}
}
