// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import java.util.function.Supplier;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** Paints the heading of a column, with the way in which it is sorted. */
final class HeaderPainter extends AbstractCellPainter {
	private static final int PAD = 6;
	private final Supplier<TableContent> content;
	private final Supplier<TableColours> colours;

	HeaderPainter(Supplier<TableContent> content, Supplier<TableColours> colours) {
		this.content = content;
		this.colours = colours;
	}

	@Override
	public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
		int column = cell.getColumnIndex();
		if (column >= content.get().columns()) {
			return;
		}
		gc.setBackground(colours.get().head());
		gc.fillRectangle(bounds);
		gc.setForeground(colours.get().text());
		gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		Rectangle before = gc.getClipping();
		gc.setClipping(before.intersection(new Rectangle(bounds.x, bounds.y, bounds.width - 2, bounds.height)));
		gc.drawText(content.get().title(column), bounds.x + PAD, bounds.y + (bounds.height - gc.getFontMetrics().getHeight()) / 2, true);
		int sorting = content.get().sorting(column);
		if (sorting != 0) {
			arrow(gc, bounds.x + bounds.width - 2 * PAD - 2, bounds.y + bounds.height / 2, sorting);
		}
		gc.setClipping(before);
	}

	private void arrow(GC gc, int x, int y, int sorting) {
		gc.setAntialias(SWT.ON);
		gc.setBackground(colours.get().head());
		gc.fillRectangle(x - 3, y - 6, 14, 12);
		gc.setBackground(colours.get().quiet());
		gc.fillPolygon(sorting > 0 ? new int[] { x, y + 3, x + 8, y + 3, x + 4, y - 3 } : new int[] { x, y - 3, x + 8, y - 3, x + 4, y + 3 });
	}

	@Override
	public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
		return gc.textExtent(content.get().title(cell.getColumnIndex())).x + 4 * PAD;
	}

	@Override
	public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
		return gc.getFontMetrics().getHeight() + 2 * PAD;
	}
}
