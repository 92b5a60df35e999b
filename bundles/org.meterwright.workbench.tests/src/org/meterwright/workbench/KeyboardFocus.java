// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/**
 * Sees that keys reach the application. A display without a window manager gives the focus to nobody when a window closes, and SWT does not
 * notice: it takes its last window for the active one and asks for nothing. Then another window has to be active in between.
 */
final class KeyboardFocus {
	private static final int ATTEMPTS = 20;
	private static final int WAIT_MILLIS = 250;

	private KeyboardFocus() {
	}

	/** Presses a key that does nothing until it arrives; after each press that is lost, the window asks for the focus anew. */
	static void ensure() {
		ensure(Display.getDefault().getFocusControl());
	}

	/** Lets keys arrive at a control, also when a window has come up since and has taken them; without a control, at any. */
	static void ensure(Control wanted) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			if (arrives(wanted)) {
				return;
			}
			askAnew(Display.getDefault());
			if (wanted != null && !wanted.isDisposed()) {
				wanted.getShell().forceActive();
				wanted.forceFocus();
				Ui.settle(WAIT_MILLIS);
			}
		}
		throw new AssertionError("no key reaches the application: %s has the focus, of the shells %s".formatted(Display.getDefault().getFocusControl(), Arrays.toString(Display.getDefault().getShells())));
	}

	private static boolean arrives(Control wanted) {
		Display display = Display.getDefault();
		boolean[] seen = new boolean[1];
		Listener listener = event -> seen[0] = event.widget == (wanted == null || wanted.isDisposed() ? display.getFocusControl() : wanted);
		display.addFilter(SWT.KeyUp, listener);
		try {
			post(display, SWT.KeyDown);
			post(display, SWT.KeyUp);
			return Ui.pump(() -> seen[0], WAIT_MILLIS);
		} finally {
			display.removeFilter(SWT.KeyUp, listener);
		}
	}

	private static void post(Display display, int type) {
		Event event = new Event();
		event.type = type;
		event.keyCode = SWT.SHIFT;
		assertTrue(display.post(event));
	}

	/** A key goes to the control that has the focus, and to none when that was disposed of. */
	private static void giveSomebody(Shell shell) {
		Control now = shell.getDisplay().getFocusControl();
		if (now == null || now.isDisposed()) {
			shell.setFocus();
		}
	}

	private static void askAnew(Display display) {
		Shell wanted = display.getActiveShell() == null ? Ui.window().getShell() : display.getActiveShell();
		Shell between = new Shell(display, SWT.NO_TRIM);
		between.setSize(1, 1);
		between.open();
		between.forceActive();
		Ui.settle(WAIT_MILLIS);
		if (!wanted.isDisposed()) {
			wanted.forceActive();
			giveSomebody(wanted);
		}
		between.dispose();
		Ui.settle(WAIT_MILLIS);
	}
}
