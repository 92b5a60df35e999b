// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.meterwright.views.flow.LaidFlow.Box;
import org.meterwright.views.flow.LaidFlow.Line;
import org.meterwright.views.flow.LaidFlow.Point;

/** Places what happens from left to right, by ELK's layered layout. The same graph is always drawn alike. */
public final class FlowLayout {
	/** Height of a box: a line for the name and one for what stands behind it. */
	public static final int HEIGHT = 38;
	private static final int LETTER = 8;
	private static final int LEAST = 130;
	private static final int MOST = 280;
	private static final int ICON = 34;
	private static final int SEED = 1;

	static {
		// ELK copies default values through what this registers; outside Equinox nobody else does.
		LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
	}

	private FlowLayout() {
	}

	/** Draws a graph. */
	public static LaidFlow of(FlowGraph graph) {
		if (graph.nodes().isEmpty()) {
			return LaidFlow.EMPTY;
		}
		ElkNode root = root();
		Map<String, ElkNode> shapes = new LinkedHashMap<>();
		for (FlowNode node : graph.nodes()) {
			ElkNode shape = ElkGraphUtil.createNode(root);
			shape.setDimensions(width(node), HEIGHT);
			shapes.put(node.key(), shape);
		}
		Map<FlowEdge, ElkEdge> lines = new LinkedHashMap<>();
		for (FlowEdge edge : graph.edges()) {
			lines.put(edge, ElkGraphUtil.createSimpleEdge(shapes.get(edge.from()), shapes.get(edge.to())));
		}
		new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
		return laid(graph, root, shapes, lines);
	}

	private static ElkNode root() {
		ElkNode root = ElkGraphUtil.createGraph();
		root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
		root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
		root.setProperty(LayeredOptions.PADDING, new ElkPadding(16));
		root.setProperty(LayeredOptions.SPACING_NODE_NODE, 12.0);
		root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 44.0);
		root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
		root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 6.0);
		root.setProperty(LayeredOptions.RANDOM_SEED, SEED);
		return root;
	}

	private static int width(FlowNode node) {
		return Math.clamp((long) LETTER * Math.max(node.label().length(), node.detail().length() * 6 / 7) + ICON, LEAST, MOST);
	}

	private static LaidFlow laid(FlowGraph graph, ElkNode root, Map<String, ElkNode> shapes, Map<FlowEdge, ElkEdge> lines) {
		List<Box> boxes = new ArrayList<>();
		Map<String, FlowNode> nodes = new LinkedHashMap<>();
		for (FlowNode node : graph.nodes()) {
			ElkNode shape = shapes.get(node.key());
			boxes.add(new Box(node, shape.getX(), shape.getY(), shape.getWidth(), shape.getHeight()));
			nodes.put(node.key(), node);
		}
		List<Line> drawn = new ArrayList<>();
		lines.forEach((edge, line) -> drawn.add(new Line(edge, nodes.get(edge.to()).isBroken() && nodes.get(edge.to()).kind() != FlowNode.Kind.EVENT, points(line))));
		return new LaidFlow(root.getWidth(), root.getHeight(), boxes, drawn);
	}

	private static List<Point> points(ElkEdge line) {
		List<Point> points = new ArrayList<>();
		for (ElkEdgeSection section : line.getSections()) {
			points.add(new Point(section.getStartX(), section.getStartY()));
			section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
			points.add(new Point(section.getEndX(), section.getEndY()));
		}
		return points;
	}
}
