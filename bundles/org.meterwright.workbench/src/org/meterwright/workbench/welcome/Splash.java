// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.welcome;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Says that the workbench is on its way; painted without any file, so that it is there at once. */
public final class Splash {
	private static final int WIDTH = 460;
	private static final int HEIGHT = 200;
	private static final Color BLUE = new Color(31, 74, 122);
	private static final Color LIGHT = new Color(214, 228, 243);
	private static final Color ORANGE = new Color(242, 166, 90);

	private final Shell shell;

	/** Shows it in the middle of the screen. */
	public Splash(Display display) {
		shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
		Rectangle screen = display.getPrimaryMonitor().getBounds();
		shell.setBounds(screen.x + (screen.width - WIDTH) / 2, screen.y + (screen.height - HEIGHT) / 2, WIDTH, HEIGHT);
		shell.addPaintListener(event -> paint(event.gc));
		shell.open();
		shell.update();
		while (display.readAndDispatch()) {
			// until it is painted
		}
	}

	private static void paint(GC gc) {
		gc.setAntialias(SWT.ON);
		gc.setBackground(BLUE);
		gc.fillRectangle(0, 0, WIDTH, HEIGHT);
		gc.setForeground(ORANGE);
		gc.setLineWidth(6);
		gc.setLineCap(SWT.CAP_ROUND);
		gc.setLineJoin(SWT.JOIN_ROUND);
		gc.drawPolyline(new int[] { 78, 52, 54, 96, 86, 96, 62, 142 });
		words(gc, "Meterwright", 26, SWT.BOLD, Display.getCurrent().getSystemColor(SWT.COLOR_WHITE), 64);
		words(gc, "Electricity meters, written down", 11, SWT.NORMAL, LIGHT, 116);
	}

	private static void words(GC gc, String words, int height, int style, Color colour, int y) {
		FontData plain = gc.getFont().getFontData()[0];
		Font font = new Font(gc.getDevice(), plain.getName(), height, style);
		gc.setFont(font);
		gc.setForeground(colour);
		gc.drawText(words, 124, y, true);
		gc.setFont(null);
		font.dispose();
	}

	/** Takes it away. */
	public void close() {
		if (!shell.isDisposed()) {
			shell.dispose();
		}
	}
}
