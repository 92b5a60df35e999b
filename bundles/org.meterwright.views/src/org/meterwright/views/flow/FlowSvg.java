// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.flow;

import java.util.Locale;
import java.util.stream.Collectors;

import org.meterwright.cosem.words.Markup;
import org.meterwright.views.flow.LaidFlow.Box;
import org.meterwright.views.flow.LaidFlow.Line;
import org.meterwright.views.flow.LaidFlow.Point;

/** Writes a drawing as SVG; the same drawing gives the same bytes. */
public final class FlowSvg {
	private static final double LETTER = 7;

	private FlowSvg() {
	}

	/** Returns the file's text. */
	public static String of(LaidFlow flow) {
		StringBuilder svg = new StringBuilder("""
				<svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" font-family="sans-serif">
				<defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#6a737d"/></marker></defs>
				<rect width="100%%" height="100%%" fill="#ffffff"/>
				""".formatted(number(flow.width()), number(flow.height())));
		flow.lines().forEach(line -> line(svg, line));
		flow.boxes().forEach(box -> box(svg, box));
		return svg.append("</svg>\n").toString();
	}

	private static void line(StringBuilder svg, Line line) {
		String points = line.points().stream().map(FlowSvg::point).collect(Collectors.joining(" "));
		svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\" marker-end=\"url(#end)\"/>\n".formatted(points, line.broken() ? "#c43c3c" : "#9aa4af"));
	}

	private static String point(Point point) {
		return "%s,%s".formatted(number(point.x()), number(point.y()));
	}

	private static void box(StringBuilder svg, Box box) {
		FlowNode node = box.node();
		svg.append("<g><title>%s</title>\n".formatted(Markup.text("%s %s %s%s".formatted(node.kind().word(), node.label(), node.detail(),
				node.problems().isEmpty() ? "" : ": " + String.join("; ", node.problems())))));
		svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"5\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>\n".formatted(number(box.x()), number(box.y()),
				number(box.width()), number(box.height()), node.isBroken() ? "#fdecea" : "#ffffff", hex(node.isBroken() ? FlowColours.BROKEN : FlowColours.of(node.kind())),
				node.isBroken() ? "2" : "1.3"));
		svg.append("<rect x=\"%s\" y=\"%s\" width=\"5\" height=\"%s\" rx=\"2\" fill=\"%s\"/>\n".formatted(number(box.x()), number(box.y()), number(box.height()),
				hex(FlowColours.of(node.kind()))));
		text(svg, box, 16, 12, "#1d2228", node.label(), LETTER);
		text(svg, box, 30, 10, node.isBroken() ? "#c43c3c" : "#6a737d", node.isBroken() ? node.problems().getFirst() : node.detail(), LETTER * 5 / 6);
		svg.append("</g>\n");
	}

	private static void text(StringBuilder svg, Box box, int down, int size, String colour, String text, double letter) {
		int most = (int) ((box.width() - 18) / letter);
		String shown = text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "\u2026";
		svg.append("<text x=\"%s\" y=\"%s\" font-size=\"%d\" fill=\"%s\">%s</text>\n".formatted(number(box.x() + 12), number(box.y() + down), size, colour, Markup.text(shown)));
	}

	private static String hex(int colour) {
		return String.format(Locale.ROOT, "#%06x", colour);
	}

	private static String number(double value) {
		String text = String.format(Locale.ROOT, "%.1f", value);
		return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
	}
}
