// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import java.util.function.Supplier;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.jface.resource.JFaceResources;
import org.meterwright.workbench.table.CellLook.Align;
import org.meterwright.workbench.table.CellLook.Expander;

/** Paints a cell: ground, expander, icon, text that ends in dots where it does not fit. */
final class CellPainter extends AbstractCellPainter {
	private static final int PAD = 6;
	private static final int STEP = 14;
	private static final int ICON = 16;
	private static final String DOTS = "\u2026";

	private final Supplier<TableContent> content;
	private final Supplier<TableColours> colours;

	CellPainter(Supplier<TableContent> content, Supplier<TableColours> colours) {
		this.content = content;
		this.colours = colours;
	}

	/** Returns where the expander of a cell ends; what is left of it opens and closes. */
	static int expanderEnd(CellLook look) {
		return PAD + look.indent() * STEP + STEP;
	}

	/** Returns where the text of a cell begins. */
	static int textStart(CellLook look, boolean tree) {
		int start = tree ? expanderEnd(look) : PAD;
		return look.icon() == null ? start : start + ICON + 4;
	}

	@Override
	public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
		int column = cell.getColumnIndex();
		int row = cell.getRowIndex();
		if (row >= content.get().rows() || column >= content.get().columns()) {
			return;
		}
		CellLook look = content.get().look(column, row);
		boolean selected = DisplayMode.SELECT.equals(cell.getDisplayMode()) || DisplayMode.SELECT_HOVER.equals(cell.getDisplayMode());
		ground(gc, bounds, look, selected, row);
		Rectangle before = gc.getClipping();
		gc.setClipping(before.intersection(bounds));
		boolean tree = column == 0;
		if (tree && look.expander() != Expander.NONE) {
			expander(gc, bounds, look);
		}
		if (look.icon() != null) {
			icon(gc, bounds, look, tree);
		}
		text(gc, bounds, look, content.get().text(column, row), tree, selected);
		gc.setClipping(before);
	}

	private void ground(GC gc, Rectangle bounds, CellLook look, boolean selected, int row) {
		TableColours now = colours.get();
		Color ground = look.background() != null ? look.background() : row % 2 == 1 ? now.stripe() : now.back();
		gc.setBackground(selected && look.background() == null ? now.selection() : ground);
		gc.fillRectangle(bounds);
		if (selected && look.background() != null) {
			gc.setForeground(now.text());
			gc.setLineWidth(2);
			gc.drawRectangle(bounds.x + 1, bounds.y + 1, bounds.width - 3, bounds.height - 3);
			gc.setLineWidth(1);
		}
	}

	private void expander(GC gc, Rectangle bounds, CellLook look) {
		int x = bounds.x + PAD + look.indent() * STEP;
		int y = bounds.y + bounds.height / 2;
		gc.setAntialias(SWT.ON);
		gc.setBackground(colours.get().quiet());
		gc.fillPolygon(look.expander() == Expander.OPEN ? new int[] { x, y - 2, x + 8, y - 2, x + 4, y + 4 } : new int[] { x + 1, y - 5, x + 7, y, x + 1, y + 4 });
	}

	private static void icon(GC gc, Rectangle bounds, CellLook look, boolean tree) {
		Image icon = look.icon();
		int x = bounds.x + (tree ? expanderEnd(look) : PAD);
		gc.drawImage(icon, x, bounds.y + (bounds.height - icon.getBounds().height) / 2);
	}

	private void text(GC gc, Rectangle bounds, CellLook look, String text, boolean tree, boolean selected) {
		if (text.isEmpty()) {
			return;
		}
		TableColours now = colours.get();
		gc.setFont(font(look.bold()));
		gc.setForeground(selected ? now.selectedText() : look.quiet() ? now.quiet() : now.text());
		int start = textStart(look, tree);
		int room = bounds.width - start - PAD;
		String shown = shorten(gc, firstLine(text), room);
		int width = look.align() == Align.LEFT ? 0 : gc.textExtent(shown).x;
		int x = switch (look.align()) {
			case LEFT -> bounds.x + start;
			case CENTRE -> bounds.x + Math.max(PAD, (bounds.width - width) / 2);
			case RIGHT -> bounds.x + Math.max(PAD, bounds.width - PAD - width);
		};
		gc.drawText(shown, x, bounds.y + (bounds.height - gc.getFontMetrics().getHeight()) / 2, true);
	}

	private static Font font(boolean bold) {
		return bold ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : JFaceResources.getDefaultFont();
	}

	private static String firstLine(String text) {
		int end = text.indexOf('\n');
		return end < 0 ? text : text.substring(0, end);
	}

	/** Shortens a text to the width that there is; halves the question instead of asking letter by letter. */
	private static String shorten(GC gc, String text, int room) {
		String start = text.length() > 400 ? text.substring(0, 400) : text;
		if (gc.textExtent(start).x <= room) {
			return start;
		}
		int low = 0;
		int high = start.length();
		while (low < high) {
			int middle = (low + high + 1) / 2;
			if (gc.textExtent(start.substring(0, middle) + DOTS).x <= room) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return low == 0 ? "" : start.substring(0, low) + DOTS;
	}

	@Override
	public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
		return textStart(CellLook.PLAIN, cell.getColumnIndex() == 0) + gc.textExtent(content.get().text(cell.getColumnIndex(), cell.getRowIndex())).x + 2 * PAD;
	}

	@Override
	public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
		return gc.getFontMetrics().getHeight() + PAD;
	}
}
