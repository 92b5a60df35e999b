// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.meterwright.views.flow.FlowColours;
import org.meterwright.views.flow.FlowNode;
import org.meterwright.views.flow.LaidFlow;
import org.meterwright.views.flow.LaidFlow.Box;
import org.meterwright.views.flow.LaidFlow.Line;
import org.meterwright.workbench.table.TableColours;

/** Paints a drawing on screen; what is out of view is left out. */
final class FlowPainter {
	private static final int ARROW = 6;
	private static final int ROUND = 8;
	private static final int INSET = 12;

	private final GC gc;
	private final TableColours colours;
	private final double zoom;
	private final Optional<String> selected;

	FlowPainter(GC gc, TableColours colours, double zoom, Optional<String> selected) {
		this.gc = gc;
		this.colours = colours;
		this.zoom = zoom;
		this.selected = selected;
	}

	void paint(LaidFlow flow, int left, int top, Rectangle area) {
		gc.setBackground(colours.back());
		gc.fillRectangle(area);
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
		Transform moved = new Transform(gc.getDevice());
		moved.translate(-left, -top);
		moved.scale((float) zoom, (float) zoom);
		gc.setTransform(moved);
		double x = left / zoom;
		double y = top / zoom;
		double right = x + area.width / zoom;
		double bottom = y + area.height / zoom;
		flow.lines().stream().filter(line -> isSeen(line, x, y, right, bottom)).forEach(this::line);
		flow.boxes().stream().filter(box -> box.x() < right && box.x() + box.width() > x && box.y() < bottom && box.y() + box.height() > y).forEach(this::box);
		gc.setTransform(null);
		moved.dispose();
	}

	private static boolean isSeen(Line line, double x, double y, double right, double bottom) {
		double low = line.points().stream().mapToDouble(LaidFlow.Point::y).min().orElse(0);
		double high = line.points().stream().mapToDouble(LaidFlow.Point::y).max().orElse(0);
		double first = line.points().stream().mapToDouble(LaidFlow.Point::x).min().orElse(0);
		double last = line.points().stream().mapToDouble(LaidFlow.Point::x).max().orElse(0);
		return low <= bottom && high >= y && first <= right && last >= x;
	}

	private void line(Line line) {
		boolean touched = selected.isPresent() && (line.edge().from().equals(selected.get()) || line.edge().to().equals(selected.get()));
		Color colour = line.broken() ? TableColours.colour(FlowColours.BROKEN) : touched ? colours.text() : colours.choose(0xA6AFB8, 0x6A717A);
		gc.setForeground(colour);
		gc.setLineWidth(touched ? 2 : 1);
		List<LaidFlow.Point> points = line.points();
		int[] all = points.stream().flatMapToInt(point -> IntStream.of((int) point.x(), (int) point.y())).toArray();
		gc.drawPolyline(all);
		if (points.size() > 1) {
			int x = (int) points.getLast().x();
			int y = (int) points.getLast().y();
			gc.setBackground(colour);
			gc.fillPolygon(new int[] { x, y, x - ARROW, y - ARROW / 2, x - ARROW, y + ARROW / 2 });
		}
		gc.setLineWidth(1);
	}

	private void box(Box box) {
		FlowNode node = box.node();
		boolean chosen = selected.equals(Optional.of(node.key()));
		int x = (int) box.x();
		int y = (int) box.y();
		int width = (int) box.width();
		int height = (int) box.height();
		Color kind = TableColours.colour(FlowColours.of(node.kind()));
		Color edge = node.isBroken() ? TableColours.colour(FlowColours.BROKEN) : kind;
		gc.setBackground(node.isBroken() ? colours.choose(0xFDECEA, 0x4A2626) : chosen ? colours.selection() : colours.choose(0xFFFFFF, 0x26282C));
		gc.fillRoundRectangle(x, y, width, height, ROUND, ROUND);
		gc.setForeground(edge);
		gc.setLineWidth(chosen || node.isBroken() ? 2 : 1);
		gc.drawRoundRectangle(x, y, width, height, ROUND, ROUND);
		gc.setLineWidth(1);
		gc.setBackground(kind);
		gc.fillRectangle(x, y + 2, 5, height - 3);
		texts(node, x, y, width);
	}

	private void texts(FlowNode node, int x, int y, int width) {
		gc.setForeground(colours.text());
		gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		gc.drawText(shortened(node.label(), width), x + INSET, y + 2, true);
		gc.setFont(JFaceResources.getDefaultFont());
		gc.setForeground(node.isBroken() ? colours.choose(0xB03030, 0xFF9A90) : colours.quiet());
		gc.drawText(shortened(node.isBroken() ? node.problems().getFirst() : node.detail().isEmpty() ? node.kind().word() : node.detail(), width), x + INSET, y + 19, true);
	}

	private String shortened(String text, int width) {
		int room = width - INSET - 4;
		if (gc.textExtent(text).x <= room) {
			return text;
		}
		int end = text.length();
		while (end > 1 && gc.textExtent(text.substring(0, end) + "\u2026").x > room) {
			end = end > 60 ? 60 : end - 1;
		}
		return text.substring(0, end) + "\u2026";
	}
}
