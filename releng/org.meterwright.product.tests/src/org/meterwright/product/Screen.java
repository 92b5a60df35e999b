// SPDX-License-Identifier: EPL-2.0
package org.meterwright.product;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Somebody at the screen: presses keys, and waits for what is to be seen. */
final class Screen {
	private static final int MILLISECONDS_BETWEEN_LOOKS = 100;
	/** A picture that stays the same for so many looks is complete; a cursor blinks less often. */
	private static final int LOOKS_OF_A_QUIET_SCREEN = 4;
	private static final int LOOKS_OF_PATIENCE = 100;
	private static final int LOOKS_AT_MOST = 1_800;

	private final Robot robot;
	private final Rectangle all = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());

	Screen() throws AWTException {
		robot = new Robot();
		robot.setAutoDelay(20);
	}

	/** Put the mouse where keys are to go: without a window manager they go to the window below it. */
	void point(int x, int y) {
		robot.mouseMove(x, y);
	}

	/** Press keys together, named as in {@link KeyEvent}, and let them go. */
	void press(int... keys) {
		Arrays.stream(keys).forEach(robot::keyPress);
		for (int n = keys.length - 1; n >= 0; n--) {
			robot.keyRelease(keys[n]);
		}
	}

	/** Press keys and wait until something comes of it, for some time, and until the screen is quiet again. */
	void pressAndSee(int... keys) {
		int[] before = look();
		press(keys);
		for (int n = 0; n < LOOKS_OF_PATIENCE && Arrays.equals(before, look()); n++) {
			robot.delay(MILLISECONDS_BETWEEN_LOOKS);
		}
		quiet();
	}

	/** Press keys, and again from time to time while nothing comes of it, as one does before a window that is still busy. */
	void pressUntil(String what, BooleanSupplier holds, int... keys) {
		until(what, holds, () -> press(keys));
	}

	/** Do something, and again from time to time while nothing comes of it. */
	void until(String what, BooleanSupplier holds, Runnable act) {
		int[] looks = { 0 };
		await(what, () -> {
			if (looks[0]++ % LOOKS_OF_PATIENCE == 0) {
				act.run();
			}
			return holds.getAsBoolean();
		});
	}

	/** Click where the mouse is. */
	void click() {
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
	}

	/** Type lower case letters and blanks. */
	void type(String letters) {
		letters.chars().forEach(letter -> press(KeyEvent.getExtendedKeyCodeForChar(letter)));
		quiet();
	}

	/** Wait until something holds; fails after minutes. */
	void await(String what, BooleanSupplier holds) {
		for (int n = 0; n < LOOKS_AT_MOST; n++) {
			if (holds.getAsBoolean()) {
				return;
			}
			robot.delay(MILLISECONDS_BETWEEN_LOOKS);
		}
		throw new AssertionError("waited in vain: " + what);
	}

	/** Tell whether a window covers the corner at the top left: a screen without windows is black. */
	boolean hasWindow() {
		return (robot.getPixelColor(4, 4).getRGB() & 0xFFFFFF) != 0;
	}

	/** Return what is to be seen. */
	BufferedImage picture() {
		return robot.createScreenCapture(all);
	}

	/** Wait until nothing moves any more. */
	void quiet() {
		int[][] last = { look() };
		int[] same = { 0 };
		await("the screen is quiet", () -> {
			int[] now = look();
			same[0] = Arrays.equals(last[0], now) ? same[0] + 1 : 0;
			last[0] = now;
			return same[0] >= LOOKS_OF_A_QUIET_SCREEN;
		});
	}

	private int[] look() {
		return ((DataBufferInt) picture().getRaster().getDataBuffer()).getData().clone();
	}
}
