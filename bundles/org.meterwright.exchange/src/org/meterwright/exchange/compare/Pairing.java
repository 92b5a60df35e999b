// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Pairs the things of two meters by one key after the other, in time proportional to their number. */
final class Pairing<T> {
	private final List<Pair<T>> pairs = new ArrayList<>();
	private List<T> left;
	private List<T> right;

	Pairing(Collection<? extends T> left, Collection<? extends T> right) {
		this.left = List.copyOf(left);
		this.right = List.copyOf(right);
	}

	/** Pairs what is left over by a key; several of one key in their order. What has no key stays. */
	Pairing<T> by(Function<? super T, Optional<?>> key) {
		return pair(key, false);
	}

	/** Pairs what is left over by a key that only one on each side has. */
	Pairing<T> byUnique(Function<? super T, Optional<?>> key) {
		return pair(key, true);
	}

	private Pairing<T> pair(Function<? super T, Optional<?>> key, boolean unique) {
		if (left.isEmpty() || right.isEmpty()) {
			return this;
		}
		Map<Object, Deque<T>> candidates = group(right, key);
		Map<Object, Integer> wanted = new HashMap<>();
		left.forEach(each -> key.apply(each).ifPresent(k -> wanted.merge(k, 1, Integer::sum)));
		Set<T> used = Collections.newSetFromMap(new IdentityHashMap<>());
		for (T each : left) {
			Optional<?> k = key.apply(each);
			Deque<T> others = k.isEmpty() ? new ArrayDeque<>() : candidates.getOrDefault(k.get(), new ArrayDeque<>());
			if (!others.isEmpty() && (!unique || others.size() == 1 && wanted.get(k.get()) == 1)) {
				T other = others.removeFirst();
				pairs.add(new Pair<>(each, other));
				used.add(each);
				used.add(other);
			}
		}
		left = left.stream().filter(each -> !used.contains(each)).toList();
		right = right.stream().filter(each -> !used.contains(each)).toList();
		return this;
	}

	private static <T> Map<Object, Deque<T>> group(List<T> things, Function<? super T, Optional<?>> key) {
		Map<Object, Deque<T>> groups = new LinkedHashMap<>();
		things.forEach(each -> key.apply(each).ifPresent(k -> groups.computeIfAbsent(k, none -> new ArrayDeque<>()).addLast(each)));
		return groups;
	}

	/** Returns the pairs found so far. */
	List<Pair<T>> pairs() {
		return pairs;
	}

	/** Returns what only the left meter has. */
	List<T> removed() {
		return left;
	}

	/** Returns what only the right meter has. */
	List<T> added() {
		return right;
	}
}
