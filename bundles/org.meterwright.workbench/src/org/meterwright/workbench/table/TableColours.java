// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** The colours of tables and drawings, light or dark as what stands around them. */
public record TableColours(boolean dark, Color back, Color stripe, Color text, Color quiet, Color line, Color head, Color selection, Color selectedText) {
	private static final int MIDDLE = 128;

	/** Takes the colours from a control. */
	public static TableColours of(Control control) {
		Color around = control.getParent().getBackground();
		boolean dark = (around.getRed() * 3 + around.getGreen() * 6 + around.getBlue()) / 10 < MIDDLE;
		Color selection = control.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
		return dark
				? new TableColours(true, colour(0x1E1F22), colour(0x232427), colour(0xD6D9DE), colour(0x8D949E), colour(0x34363B), colour(0x2B2D31), mix(selection, 0x1E1F22), colour(0xFFFFFF))
				: new TableColours(false, colour(0xFFFFFF), colour(0xF8F9FA), colour(0x1D2228), colour(0x6A737D), colour(0xE3E6E9), colour(0xF0F2F4), mix(selection, 0xFFFFFF), colour(0x101418));
	}

	/** Makes a colour of its usual hexadecimal form. */
	public static Color colour(int rgb) {
		return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
	}

	/** Takes a third of a colour, so that text on it stays readable. */
	private static Color mix(Color strong, int weak) {
		RGB one = strong.getRGB();
		Color other = colour(weak);
		return new Color((one.red + 2 * other.getRed()) / 3, (one.green + 2 * other.getGreen()) / 3, (one.blue + 2 * other.getBlue()) / 3);
	}

	/** Chooses between two colours in their hexadecimal form. */
	public Color choose(int light, int darkOne) {
		return colour(dark ? darkOne : light);
	}
}
