// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.rights;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.meterwright.views.rights.Level;
import org.meterwright.workbench.table.BigTable;
import org.meterwright.workbench.table.TableColours;

/** Says what the colours and letters of the matrix mean. */
final class Legend extends Canvas {
	private static final int HEIGHT = 22;
	private static final int BOX = 14;
	private static final List<Level> LEVELS = List.of(Level.NO_ACCESS, Level.READ_PROTECTED, Level.READ_OPEN, Level.CHANGE_PROTECTED, Level.CHANGE_OPEN);

	private final BigTable table;

	Legend(Composite parent, BigTable table) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.table = table;
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, HEIGHT).applyTo(this);
		addPaintListener(event -> paint(event.gc));
	}

	private void paint(GC gc) {
		TableColours colours = table.colours();
		int x = 6;
		for (Level level : LEVELS) {
			gc.setBackground(RightsContent.colour(level, colours));
			gc.fillRectangle(x, 4, BOX, BOX);
			x = text(gc, level.words(), x + BOX + 4) + 10;
		}
		text(gc, "R read  W write  C call  a authenticated  e encrypted  s signed", x);
	}

	private int text(GC gc, String words, int x) {
		gc.setForeground(table.colours().quiet());
		gc.drawText(words, x, (HEIGHT - gc.getFontMetrics().getHeight()) / 2, true);
		return x + gc.textExtent(words).x;
	}
}
