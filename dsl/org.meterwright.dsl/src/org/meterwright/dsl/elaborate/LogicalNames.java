// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

import org.meterwright.cosem.value.LogicalName;

/** Gives logical names to objects that the text does not name: the lowest that is free in the device, in order of text. */
public final class LogicalNames {
	private final Map<String, Set<LogicalName>> taken = new HashMap<>();

	private final Set<LogicalName> asked = new HashSet<>();

	/** Tells whether anybody asked for a logical name. */
	boolean isAsked(LogicalName name) {
		return asked.contains(name);
	}

	/** Marks a logical name as free again. */
	void release(String device, LogicalName name) {
		taken.getOrDefault(device, new HashSet<>()).remove(name);
	}

	/** Marks a logical name as taken. */
	public void take(String device, LogicalName name) {
		taken.computeIfAbsent(device, key -> new HashSet<>()).add(name);
	}

	/** Tells whether a logical name is taken. */
	public boolean isTaken(String device, LogicalName name) {
		asked.add(name);
		return taken.getOrDefault(device, Set.of()).contains(name);
	}

	/** Takes the first free name of a row, such as {@code n -> new LogicalName(0, 0, 15, 0, n, 255)} for n from 0 to 255. */
	public Optional<LogicalName> free(String device, int from, int to, IntFunction<LogicalName> row) {
		for (int n = from; n <= to; n++) {
			LogicalName name = row.apply(n);
			if (!isTaken(device, name)) {
				take(device, name);
				return Optional.of(name);
			}
		}
		return Optional.empty();
	}
}
