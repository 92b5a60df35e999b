// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What happens after what in a meter. */
public record FlowGraph(List<FlowNode> nodes, List<FlowEdge> edges) {
	/** Copies the lists. */
	public FlowGraph {
		nodes = List.copyOf(nodes);
		edges = List.copyOf(edges);
	}

	/** Returns the part that has to do with some words: nodes that have all of them, what leads there and what follows. */
	public FlowGraph about(String words) {
		List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
		return around(node -> wanted.stream().allMatch("%s %s %s".formatted(node.label(), node.detail(), node.kind().word()).toLowerCase(Locale.ROOT)::contains));
	}

	/** Returns the chains that break somewhere. */
	public FlowGraph broken() {
		return around(FlowNode::isBroken);
	}

	private FlowGraph around(Predicate<FlowNode> wanted) {
		Set<String> start = nodes.stream().filter(wanted).map(FlowNode::key).collect(Collectors.toSet());
		Set<String> kept = new HashSet<>(reach(start, FlowEdge::from, FlowEdge::to));
		kept.addAll(reach(start, FlowEdge::to, FlowEdge::from));
		return new FlowGraph(nodes.stream().filter(node -> kept.contains(node.key())).toList(),
				edges.stream().filter(edge -> kept.contains(edge.from()) && kept.contains(edge.to())).toList());
	}

	private Set<String> reach(Collection<String> start, Function<FlowEdge, String> near, Function<FlowEdge, String> far) {
		Map<String, List<FlowEdge>> next = edges.stream().collect(Collectors.groupingBy(near, HashMap::new, Collectors.toList()));
		Set<String> seen = new HashSet<>(start);
		Deque<String> open = new ArrayDeque<>(start);
		while (!open.isEmpty()) {
			next.getOrDefault(open.pop(), List.of()).stream().map(far).filter(seen::add).forEach(open::push);
		}
		return seen;
	}
}
