// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.flow;

import java.util.List;

/**
 * A drawing of what happens after what, in pixels.
 *
 * @param width  width of the whole
 * @param height height of the whole
 * @param boxes  what happens
 * @param lines  what follows what
 */
public record LaidFlow(double width, double height, List<Box> boxes, List<Line> lines) {
	/** Nothing. */
	public static final LaidFlow EMPTY = new LaidFlow(0, 0, List.of(), List.of());

	/** A node and where it stands. */
	public record Box(FlowNode node, double x, double y, double width, double height) {
		/** Tells whether a point lies in it. */
		public boolean covers(double px, double py) {
			return px >= x && px <= x + width && py >= y && py <= y + height;
		}
	}

	/** A point. */
	public record Point(double x, double y) {
	}

	/** An edge and the points that it goes through. */
	public record Line(FlowEdge edge, boolean broken, List<Point> points) {
		/** Copies the points. */
		public Line {
			points = List.copyOf(points);
		}
	}

	/** Copies the lists. */
	public LaidFlow {
		boxes = List.copyOf(boxes);
		lines = List.copyOf(lines);
	}
}
