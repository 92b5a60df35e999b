// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;

/**
 * What a cell looks like beside its text.
 *
 * @param indent     steps from the left
 * @param expander   whether something below can be opened
 * @param icon       icon before the text, or null
 * @param background colour behind it, or null for the table's
 * @param quiet      whether the text stands back
 * @param bold       whether the text stands out
 * @param align      where the text stands
 */
public record CellLook(int indent, Expander expander, Image icon, Color background, boolean quiet, boolean bold, Align align) {
	/** Plain text on the left. */
	public static final CellLook PLAIN = new CellLook(0, Expander.NONE, null, null, false, false, Align.LEFT);
	/** Plain text on the right, for numbers. */
	public static final CellLook NUMBER = new CellLook(0, Expander.NONE, null, null, false, false, Align.RIGHT);
	/** Text that stands back. */
	public static final CellLook QUIET = new CellLook(0, Expander.NONE, null, null, true, false, Align.LEFT);

	/** Where a text stands. */
	public enum Align {
		/** On the left. */
		LEFT,
		/** In the middle. */
		CENTRE,
		/** On the right. */
		RIGHT
	}

	/** Whether something below can be opened. */
	public enum Expander {
		/** There is nothing below. */
		NONE,
		/** There is something, and it is not shown. */
		CLOSED,
		/** It is shown. */
		OPEN
	}

	/** Makes the look of text on a colour, in the middle. */
	public static CellLook heat(Color colour) {
		return new CellLook(0, Expander.NONE, null, colour, false, false, Align.CENTRE);
	}

	/** Makes the look of text with an icon. */
	public static CellLook icon(Image icon) {
		return new CellLook(0, Expander.NONE, icon, null, false, false, Align.LEFT);
	}
}
