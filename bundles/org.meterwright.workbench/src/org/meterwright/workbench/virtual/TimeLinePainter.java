// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.meterwright.views.virtual.TimeLine;
import org.meterwright.views.virtual.TimeLine.Lane;
import org.meterwright.views.virtual.TimeLine.Mark;
import org.meterwright.views.virtual.TimeLine.Tick;
import org.meterwright.workbench.table.TableColours;

/** Paints a time line: times on the left, a column for each kind of thing. */
final class TimeLinePainter {
	private static final int INSET = 6;
	private static final int AXIS = TimeLineLanes.TIMES - 8;
	private static final int DOT = 7;
	private static final int ROUND = 6;
	private static final String MORE = "\u2026";

	private final GC gc;
	private final TableColours colours;
	private final TimeLine line;
	private final TimeLineLanes lanes;
	private final int scrolled;
	private final int selected;

	TimeLinePainter(GC gc, TableColours colours, TimeLine line, TimeLineLanes lanes, int scrolled, int selected) {
		this.gc = gc;
		this.colours = colours;
		this.line = line;
		this.lanes = lanes;
		this.scrolled = scrolled;
		this.selected = selected;
	}

	void paint() {
		gc.setBackground(colours.back());
		gc.fillRectangle(lanes.area());
		gc.setAntialias(SWT.ON);
		if (line.marks().isEmpty()) {
			gc.setForeground(colours.quiet());
			gc.drawText("Play a scenario, or select one that was played: its run is drawn here along time.", INSET * 2, INSET * 2, true);
			return;
		}
		columns();
		times();
		for (int i = 0; i < line.marks().size(); i++) {
			mark(line.marks().get(i), i == selected);
		}
		heads();
	}

	private int y(int y) {
		return y + TimeLineLanes.HEAD - scrolled;
	}

	private boolean isSeen(int y) {
		return y(y) + TimeLine.MARK > 0 && y(y) < lanes.area().height;
	}

	private void columns() {
		gc.setForeground(colours.line());
		for (int i = 1; i < Lane.values().length; i++) {
			gc.drawLine(lanes.left(i), TimeLineLanes.HEAD, lanes.left(i), lanes.area().height);
		}
	}

	private void heads() {
		gc.setBackground(colours.head());
		gc.fillRectangle(0, 0, lanes.area().width, TimeLineLanes.HEAD);
		gc.setForeground(colours.text());
		gc.drawText("Time of the meter", INSET, 4, true);
		for (Lane lane : Lane.values()) {
			int left = lanes.left(lane.ordinal());
			gc.drawText(fitting(lane.label(), lanes.left(lane.ordinal() + 1) - left - INSET), left + INSET, 4, true);
		}
	}

	private void times() {
		List<Tick> ticks = line.ticks();
		gc.setForeground(colours.quiet());
		gc.drawLine(AXIS, y(ticks.getFirst().y() + TimeLine.MARK / 2), AXIS, y(line.height()));
		for (Tick tick : ticks) {
			if (isSeen(tick.y())) {
				tick(tick);
			}
		}
	}

	private void tick(Tick tick) {
		int middle = y(tick.y() + TimeLine.MARK / 2);
		gc.setForeground(colours.line());
		gc.drawLine(AXIS, middle, lanes.area().width, middle);
		gc.setBackground(colours.quiet());
		gc.fillOval(AXIS - DOT / 2, middle - DOT / 2, DOT, DOT);
		int height = gc.getFontMetrics().getHeight();
		gc.setForeground(colours.text());
		gc.drawText(tick.label(), AXIS - DOT - gc.textExtent(tick.label()).x, middle - height / 2, true);
		gc.setForeground(colours.quiet());
		if (tick.label().length() < tick.since().length() + 16) {
			gc.drawText(tick.since(), INSET, middle - height / 2 - (tick.label().length() > 8 ? height : 0), true);
		}
	}

	private void mark(Mark mark, boolean chosen) {
		if (!isSeen(mark.y())) {
			return;
		}
		Rectangle place = lanes.place(mark);
		int top = y(place.y);
		gc.setBackground(colour(mark));
		gc.fillRoundRectangle(place.x, top, place.width, place.height, ROUND, ROUND);
		gc.setForeground(chosen ? colours.text() : colours.line());
		gc.setLineWidth(chosen ? 2 : 1);
		gc.drawRoundRectangle(place.x, top, place.width - 1, place.height - 1, ROUND, ROUND);
		gc.setLineWidth(1);
		gc.setForeground(colours.text());
		String words = mark.lane() == Lane.EXPECTED ? "%s %s".formatted(mark.isBad() ? "\u2717" : "\u2713", mark.words().replaceFirst("^expect ", "")) : mark.words();
		gc.drawText(fitting(words, place.width - 2 * INSET), place.x + INSET, top + (place.height - gc.getFontMetrics().getHeight()) / 2, true);
	}

	private Color colour(Mark mark) {
		if (mark.isBad()) {
			return colours.choose(0xF4B9B1, 0x6E2A24);
		}
		return switch (mark.lane()) {
			case DONE -> colours.choose(0xECEEF0, 0x34373D);
			case ALERTS -> colours.choose(0xFBEFC0, 0x57491A);
			case PUSHES -> colours.choose(0xBFD8F4, 0x1E4166);
			case EXPECTED -> colours.choose(0xD3EBD9, 0x1F4A33);
		};
	}

	private String fitting(String words, int width) {
		if (gc.textExtent(words).x <= width) {
			return words;
		}
		int length = words.length();
		while (length > 0 && gc.textExtent(words.substring(0, length)).x + gc.textExtent(MORE).x > width) {
			length--;
		}
		return words.substring(0, length) + MORE;
	}
}
