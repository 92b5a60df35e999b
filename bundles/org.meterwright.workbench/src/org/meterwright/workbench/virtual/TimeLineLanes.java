// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import org.eclipse.swt.graphics.Rectangle;
import org.meterwright.views.virtual.TimeLine;
import org.meterwright.views.virtual.TimeLine.Lane;
import org.meterwright.views.virtual.TimeLine.Mark;

/**
 * How a time line shares the width that it has.
 *
 * @param area what there is to paint on
 */
record TimeLineLanes(Rectangle area) {
	/** Height of the heads of the columns. */
	static final int HEAD = 26;
	/** Width of the column of times. */
	static final int TIMES = 150;
	private static final int SPACE = 6;

	/** Returns where a column begins; that behind the last one is the end. */
	int left(int lane) {
		return TIMES + Math.max(0, area.width - TIMES) * lane / Lane.values().length;
	}

	/** Returns where a mark stands, without the heads, before it is scrolled. */
	Rectangle place(Mark mark) {
		int left = left(mark.lane().ordinal());
		return new Rectangle(left + SPACE, mark.y(), Math.max(1, left(mark.lane().ordinal() + 1) - left - SPACE), TimeLine.MARK);
	}
}
