// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.meterwright.workbench.welcome.Splash;

/** Run the workbench until its last window closes. Texts and generated files are the same in every locale. */
public final class MeterwrightApplication implements IApplication {
	@Override
	public Object start(IApplicationContext context) throws IOException {
		Locale.setDefault(Locale.ROOT);
		// SVG icons are painted in memory by AWT: without a display of its own beside SWT's it cannot fall over what happens there.
		System.setProperty("java.awt.headless", "true");
		Display display = PlatformUI.createDisplay();
		try {
			setDefaultWorkspace();
			int code = PlatformUI.createAndRunWorkbench(display, new MeterwrightWorkbenchAdvisor(new Splash(display)));
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			display.dispose();
		}
	}

	@Override
	public void stop() {
		if (!PlatformUI.isWorkbenchRunning()) {
			return;
		}
		IWorkbench workbench = PlatformUI.getWorkbench();
		Display display = workbench.getDisplay();
		display.syncExec(() -> {
			if (!display.isDisposed()) {
				workbench.close();
			}
		});
	}

	private static void setDefaultWorkspace() throws IOException {
		Location location = Platform.getInstanceLocation();
		if (!location.isSet()) {
			location.set(Path.of(System.getProperty("user.home"), "meterwright-workspace").toUri().toURL(), true);
		}
	}
}
