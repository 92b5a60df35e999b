// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

/** Works the user interface for tests: waits while events go on, types, takes pictures. */
final class Ui {
	private static final int PATIENCE_MS = Integer.getInteger("meterwright.patience", 60_000);
	private static final int TRIM_WIDTH = 6;
	private static final int TRIM_HEIGHT = 30;

	private Ui() {
	}

	static IWorkbenchWindow window() {
		IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		return active == null ? PlatformUI.getWorkbench().getWorkbenchWindows()[0] : active;
	}

	static IWorkbenchPage page() {
		return window().getActivePage();
	}

	/** Lets the user interface work until something is so; fails when it never is. */
	static void waitFor(String what, Callable<Boolean> condition) {
		assertTrue(pump(() -> holds(condition), PATIENCE_MS), () -> "Waited in vain: %s".formatted(what));
	}

	private static boolean holds(Callable<Boolean> condition) {
		try {
			return condition.call();
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	/** Lets the user interface work for a while. */
	static void settle(long milliseconds) {
		pump(() -> false, milliseconds);
	}

	private static boolean pump(BooleanSupplier until, long milliseconds) {
		Display display = Display.getDefault();
		long end = System.nanoTime() + milliseconds * 1_000_000;
		while (!until.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			if (!display.readAndDispatch()) {
				display.timerExec(20, () -> {
					// wakes the display
				});
				display.sleep();
			}
		}
		return true;
	}

	/** Closes what stands before the window, such as the note of what was generated: it would get the keys. */
	static void closePopups() {
		Shell main = window().getShell();
		for (Shell shell : main.getDisplay().getShells()) {
			if (shell != main && !shell.isDisposed() && shell.isVisible()) {
				shell.close();
			}
		}
		main.forceActive();
		settle(500);
	}

	static StyledText text(ITextEditor editor) {
		return (StyledText) editor.getAdapter(Control.class);
	}

	/** Presses and releases keys as a user does. */
	static void press(int modifier, int key, char character) {
		if (modifier != 0) {
			post(SWT.KeyDown, modifier, '\0');
		}
		post(SWT.KeyDown, key, character);
		post(SWT.KeyUp, key, character);
		if (modifier != 0) {
			post(SWT.KeyUp, modifier, '\0');
		}
	}

	/** Types a text of letters, digits and signs. */
	static void type(String text) {
		text.chars().forEach(c -> {
			boolean shifted = Character.isUpperCase(c) || "^_:*{}\"()<>?+".indexOf(c) >= 0;
			press(shifted ? SWT.SHIFT : 0, Character.toLowerCase(c), (char) c);
		});
	}

	/** Clicks on a place of a control. The event goes to the control itself: without a window manager the display does not know what is under the mouse. */
	static void click(Control control, int x, int y) {
		mouse(control, SWT.MouseMove, x, y, 0);
		mouse(control, SWT.MouseDown, x, y, 1);
		mouse(control, SWT.MouseUp, x, y, 1);
		settle(700);
	}

	private static void mouse(Control control, int type, int x, int y, int button) {
		Event event = new Event();
		event.type = type;
		event.x = x;
		event.y = y;
		event.button = button;
		event.count = 1;
		control.notifyListeners(type, event);
		settle(40);
	}

	private static void post(int type, int key, char character) {
		Event event = new Event();
		event.type = type;
		event.keyCode = key;
		event.character = character;
		assertTrue(Display.getDefault().post(event));
		settle(40);
	}

	/** Makes the window as large as the display; without a window manager the trim that SWT leaves room for is outside. */
	static void maximise() {
		Rectangle display = Display.getDefault().getBounds();
		window().getShell().setBounds(0, 0, display.width + TRIM_WIDTH, display.height + TRIM_HEIGHT);
		settle(200);
	}

	/** Takes a picture of the display; a property says where it goes. */
	static void picture(String name) throws IOException {
		String folder = System.getProperty("meterwright.pictures");
		settle(3000);
		Shell shell = window().getShell();
		Rectangle area = shell.getDisplay().getBounds();
		Image image = new Image(shell.getDisplay(), area.width, area.height);
		GC gc = new GC(shell.getDisplay());
		gc.copyArea(image, area.x, area.y);
		gc.dispose();
		ImageLoader loader = new ImageLoader();
		loader.data = new ImageData[] { image.getImageData() };
		Files.createDirectories(Path.of(folder));
		loader.save(Path.of(folder, "%s.png".formatted(name)).toString(), SWT.IMAGE_PNG);
		image.dispose();
	}
}
