// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.status;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.meterwright.workbench.text.language.MeterState.MemoryUse;

/** Shows how full a memory is: green, orange from nine tenths, red above the limit; empty where there is no limit. */
final class MemoryBar extends Canvas {
	private static final Color ROOM = new Color(128, 136, 146);
	private static final Color FINE = new Color(46, 139, 87);
	private static final Color NEAR = new Color(201, 118, 26);
	private static final Color FULL = new Color(196, 60, 60);
	private static final int HEIGHT = 8;
	private static final double NEARLY = 0.9;

	private final double part;

	MemoryBar(Composite parent, MemoryUse use) {
		super(parent, SWT.DOUBLE_BUFFERED);
		part = use.limit().map(limit -> (double) use.bytes() / Math.max(1, limit)).orElse(0.0);
		addPaintListener(event -> paint(event.gc));
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		return new Point(widthHint == SWT.DEFAULT ? 120 : widthHint, HEIGHT);
	}

	private void paint(GC gc) {
		Rectangle area = getClientArea();
		gc.setAntialias(SWT.ON);
		gc.setBackground(ROOM);
		gc.setAlpha(60);
		gc.fillRoundRectangle(0, 0, area.width, area.height, HEIGHT, HEIGHT);
		gc.setAlpha(255);
		gc.setBackground(part > 1 ? FULL : part > NEARLY ? NEAR : FINE);
		if (part > 0) {
			gc.fillRoundRectangle(0, 0, Math.max(HEIGHT, (int) (area.width * Math.min(1, part))), area.height, HEIGHT, HEIGHT);
		}
	}
}
