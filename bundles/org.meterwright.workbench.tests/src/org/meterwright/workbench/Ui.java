// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

/** Works the user interface for tests: waits while events go on, types, takes pictures. */
final class Ui {
	private static final int FOCUS_MILLIS = 500;
	/** Where the last key went. */
	private static Control focused;

	private static final int PATIENCE_MS = Integer.getInteger("meterwright.patience", 60_000);
	private static final int TRIM_WIDTH = 6;
	private static final int TRIM_HEIGHT = 30;

	static {
		StandingDialogs.watch(Display.getDefault());
	}

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
		assertTrue(pump(() -> holds(condition), PATIENCE_MS), () -> "Waited in vain: %s; %s".formatted(what, situation()));
	}

	/** Says who would get a key now, and what stands at the cursor. */
	private static String situation() {
		Control focus = Display.getDefault().getFocusControl();
		String at = focus instanceof StyledText text ? " at line %d".formatted(text.getLineAtOffset(text.getCaretOffset()) + 1) : "";
		return "the focus is in %s%s, %s is active, and there are %d windows".formatted(focus, at, page().getActivePart() == null ? "nothing" : page().getActivePart().getTitle(),
				Display.getDefault().getShells().length);
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

	/** Lets the user interface work until something is so, or for a time; tells whether it is. */
	static boolean pump(BooleanSupplier until, long milliseconds) {
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
		KeyboardFocus.ensure();
	}

	static StyledText text(ITextEditor editor) {
		return (StyledText) editor.getAdapter(Control.class);
	}

	/** Presses and releases keys as a user does, who does not type before the field that has just come is there. */
	static void press(int modifier, int key, char character) {
		letFocusArrive();
		stroke(modifier, key, character);
	}

	/** Presses and releases keys, wherever they go. */
	static void stroke(int modifier, int key, char character) {
		if (modifier != 0) {
			post(SWT.KeyDown, modifier, '\0');
		}
		post(SWT.KeyDown, key, character);
		post(SWT.KeyUp, key, character);
		if (modifier != 0) {
			post(SWT.KeyUp, modifier, '\0');
		}
	}

	/** Lets the display finish what a new focus brings: keys that come earlier may be lost. */
	private static void letFocusArrive() {
		Control now = Display.getDefault().getFocusControl();
		if (now == null || now != focused) {
			settle(FOCUS_MILLIS);
		}
		KeyboardFocus.ensure();
		focused = Display.getDefault().getFocusControl();
	}

	/** Presses a key with two modifiers. */
	static void press(int modifier, int other, int key, char character) {
		letFocusArrive();
		post(SWT.KeyDown, modifier, '\0');
		stroke(other, key, character);
		post(SWT.KeyUp, modifier, '\0');
	}

	/** Clicks on a button. */
	static void press(Button button) {
		button.notifyListeners(SWT.Selection, new Event());
	}

	/** Types a text of letters, digits and signs. */
	static void type(String text) {
		letFocusArrive();
		Control wanted = Display.getDefault().getFocusControl();
		text.chars().forEach(c -> {
			KeyboardFocus.ensure(wanted);
			letter((char) c);
		});
	}

	/** Types a text, wherever it goes. */
	static void typeBlindly(String text) {
		text.chars().forEach(c -> letter((char) c));
	}

	private static void letter(char letter) {
		boolean shifted = Character.isUpperCase(letter) || "^_:*{}\"()<>?+".indexOf(letter) >= 0;
		stroke(shifted ? SWT.SHIFT : 0, Character.toLowerCase(letter), letter);
	}

	/** Clicks on a place of a control. The event goes to the control itself: without a window manager the display does not know what is under the mouse. */
	static void click(Control control, int x, int y) {
		tap(control, x, y);
		settle(700);
	}

	/** Clicks and does not wait for what comes of it; the click itself may take the control away. */
	static void tap(Control control, int x, int y) {
		control.forceFocus(); // as the display does with a real click
		mouse(control, SWT.MouseMove, x, y, 0);
		mouse(control, SWT.MouseDown, x, y, 1);
		mouse(control, SWT.MouseUp, x, y, 1);
	}

	private static void mouse(Control control, int type, int x, int y, int button) {
		Event event = new Event();
		event.type = type;
		event.x = x;
		event.y = y;
		event.button = button;
		event.count = 1;
		if (!control.isDisposed()) {
			control.notifyListeners(type, event);
		}
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

	/** Presses a button, or takes an entry of a menu of buttons, by its words. */
	static void button(Composite area, String words) {
		Button button = (Button) find(area, control -> control instanceof Button it && it.getText().replace("&", "").startsWith(words)).orElseThrow(() -> new AssertionError("no button %s".formatted(words)));
		assertTrue(button.isEnabled(), words);
		if ((button.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
			button.setSelection((button.getStyle() & SWT.RADIO) != 0 || !button.getSelection());
		}
		button.notifyListeners(SWT.Selection, new Event());
		settle(150);
	}

	/** Finds a control that can be seen. */
	static Optional<Control> find(Composite area, Predicate<Control> wanted) {
		for (Control control : area.getChildren()) {
			if (control.isVisible() && wanted.test(control)) {
				return Optional.of(control);
			}
			Optional<Control> inside = control instanceof Composite inner ? find(inner, wanted) : Optional.empty();
			if (inside.isPresent()) {
				return inside;
			}
		}
		return Optional.empty();
	}

	/** Tells whether somebody can read words in an area. */
	static boolean shows(Composite area, String words) {
		return find(area, control -> control instanceof Label label && label.getText().contains(words) || control instanceof StyledText text && text.getText().contains(words)).isPresent();
	}

	/** Opens a view anew: one that stands open may still show the project of an earlier test. */
	static <T extends IViewPart> T open(String view, Class<T> type) throws PartInitException {
		Optional.ofNullable(page().findView(view)).ifPresent(page()::hideView);
		return type.cast(page().showView(view));
	}

	/** Opens a wizard without waiting for its end. */
	static WizardDialog open(IWorkbenchWizard wizard) {
		wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
		WizardDialog dialog = new WizardDialog(window().getShell(), wizard);
		dialog.setBlockOnOpen(false);
		dialog.open();
		settle(300);
		return dialog;
	}

	/** Types into the field that has the focus, after what is there has been taken away. */
	static void fill(Text field, String words) {
		field.setFocus();
		field.setText("");
		waitFor("the focus of the field", field::isFocusControl);
		type(words);
		waitFor("the words in the field", () -> field.getText().equals(words));
	}

	/** Makes the window as large as the display; without a window manager the trim that SWT leaves room for is outside. */
	static void maximise() {
		Rectangle display = Display.getDefault().getBounds();
		window().getShell().setBounds(0, 0, display.width + TRIM_WIDTH, display.height + TRIM_HEIGHT);
		pointAway();
		settle(200);
	}

	/** Moves the mouse into the corner: where it stands at first, a hover comes up when a window goes, and takes the keys. */
	private static void pointAway() {
		Event event = new Event();
		event.type = SWT.MouseMove;
		Rectangle display = Display.getDefault().getBounds();
		event.x = display.width - 1;
		event.y = display.height - 1;
		Display.getDefault().post(event);
	}

	/** Takes a picture of the display when a property says where it goes; else nothing. */
	static void picture(String name) throws IOException {
		String folder = System.getProperty("meterwright.pictures", "none");
		if ("none".equals(folder)) {
			return;
		}
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
