// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.meterwright.views.Models;
import org.meterwright.views.flow.LaidFlow.Box;

/** What happens after what in the prepayment meter, and its drawing. */
class FlowTest {
	private static final FlowGraph GRAPH = FlowReader.of(Models.first(Models.example("prepayment-esme")));

	private static FlowNode node(String key) {
		return GRAPH.nodes().stream().filter(node -> node.key().equals(key)).findFirst().orElseThrow(() -> new AssertionError(key));
	}

	@Test
	void aTimeLeadsToLogsAlertPushAndDestination() {
		Set<FlowEdge> edges = Set.copyOf(GRAPH.edges());
		assertTrue(edges.contains(new FlowEdge("schedule billingCalendar", "log billingLog", "")), edges.toString());
		assertTrue(edges.contains(new FlowEdge("schedule billingCalendar", "push billingData", "")));
		assertTrue(edges.contains(new FlowEdge("push billingData", "destination supplier", "")));
		assertTrue(edges.stream().anyMatch(edge -> edge.from().equals("Alert meterCoverTamper") && edge.to().startsWith("destination")));
	}

	@Test
	void aConditionSaysItsThresholdAndWhatFollowsWhenItIsOver() {
		assertEquals("activePowerImport > 9200 W for 300 s", node("condition loadLimit").detail());
		assertTrue(GRAPH.edges().contains(new FlowEdge("condition loadLimit", "event loadLimitRestored", "when it is over")));
	}

	@Test
	void anEventThatNothingFollowsIsBroken() {
		FlowGraph graph = FlowReader.of(Models.first(Models.text("loose.cosem", """
				namespace loose

				meter M {
				  device management at 1 named "MWR0000000000001" { clock: Clock 0-0:1.0.0*255 { time: in call clockTime } }
				  event opened code 1 from firmware "Cover opened"
				}
				""")));
		assertEquals(1, graph.nodes().size());
		assertTrue(graph.nodes().getFirst().isBroken());
		assertEquals(graph, graph.broken());
	}

	@Test
	void showsWhatLeadsToSomethingAndWhatFollows() {
		Set<String> kept = GRAPH.about("meterCoverRemoved").nodes().stream().map(FlowNode::key).collect(Collectors.toSet());
		assertTrue(kept.containsAll(List.of("event meterCoverRemoved", "log securityLog", "Alert meterCoverTamper")), kept.toString());
		assertFalse(kept.contains("schedule billingCalendar"));
		assertEquals(List.of(), GRAPH.about("nothing of the kind").nodes());
	}

	@Test
	void boxesDoNotOverlapAndCausesStandLeftOfEffects() {
		LaidFlow laid = FlowLayout.of(GRAPH.about("billing"));
		List<Box> boxes = laid.boxes();
		for (int i = 0; i < boxes.size(); i++) {
			for (int j = i + 1; j < boxes.size(); j++) {
				Box one = boxes.get(i);
				Box other = boxes.get(j);
				boolean apart = one.x() + one.width() <= other.x() || other.x() + other.width() <= one.x() || one.y() + one.height() <= other.y() || other.y() + other.height() <= one.y();
				assertTrue(apart, () -> "%s and %s".formatted(one, other));
			}
		}
		Box cause = boxes.stream().filter(box -> box.node().key().equals("schedule billingCalendar")).findFirst().orElseThrow();
		Box effect = boxes.stream().filter(box -> box.node().key().equals("push billingData")).findFirst().orElseThrow();
		assertTrue(cause.x() + cause.width() < effect.x());
	}

	@Test
	void theSameGraphIsDrawnAlikeAndWrittenAsSvg() {
		String svg = FlowSvg.of(FlowLayout.of(GRAPH));
		assertEquals(svg, FlowSvg.of(FlowLayout.of(GRAPH)));
		assertTrue(svg.startsWith("<svg xmlns=") && svg.endsWith("</svg>\n"));
		assertEquals(GRAPH.nodes().size(), svg.split("<title>", -1).length - 1);
		assertEquals(LaidFlow.EMPTY, FlowLayout.of(new FlowGraph(List.of(), List.of())));
	}
}
