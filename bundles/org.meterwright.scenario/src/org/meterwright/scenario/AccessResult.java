// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Names of data access results and action results, which have the same numbers (IEC 62056-5-3, Data-Access-Result and Action-Result). */
public final class AccessResult {
	private static final Map<Integer, String> NAMES = new TreeMap<>(Map.ofEntries(Map.entry(1, "hardware-fault"), Map.entry(2, "temporary-failure"), Map.entry(3, "read-write-denied"),
			Map.entry(4, "object-undefined"), Map.entry(9, "object-class-inconsistent"), Map.entry(11, "object-unavailable"), Map.entry(12, "type-unmatched"),
			Map.entry(13, "scope-of-access-violated"), Map.entry(14, "data-block-unavailable"), Map.entry(250, "other-reason")));

	private AccessResult() {
	}

	/** Returns the name of a result. */
	public static String name(int result) {
		return NAMES.getOrDefault(result, "result %d".formatted(result));
	}

	/** Returns the number of a name; nothing: there is no such result. */
	public static OptionalInt code(String name) {
		return NAMES.entrySet().stream().filter(each -> each.getValue().equals(name)).mapToInt(Map.Entry::getKey).findFirst();
	}

	/** Lists the names, by number. */
	public static List<String> names() {
		return List.copyOf(NAMES.values());
	}
}
