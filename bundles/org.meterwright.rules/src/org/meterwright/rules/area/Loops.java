// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds cycles in a graph. */
final class Loops {
	private Loops() {
	}

	/** Returns the first node, in the graph's order, from which a way leads back to itself. */
	static <T> Optional<T> find(Map<T, Set<T>> graph) {
		return graph.keySet().stream().filter(node -> returns(graph, node)).findFirst();
	}

	private static <T> boolean returns(Map<T, Set<T>> graph, T start) {
		Set<T> seen = new HashSet<>();
		Deque<T> open = new ArrayDeque<>(graph.getOrDefault(start, Set.of()));
		while (!open.isEmpty()) {
			T node = open.pop();
			if (node.equals(start)) {
				return true;
			}
			if (seen.add(node)) {
				open.addAll(graph.getOrDefault(node, Set.of()));
			}
		}
		return false;
	}
}
