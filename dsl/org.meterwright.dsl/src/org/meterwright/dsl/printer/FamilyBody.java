// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.meterwright.cosem.CosemObject;

/**
 * What the members of a family say: what most of them have in common, and what the others say in its place.
 *
 * @param lines      what is said of all, with the binder in the place of each one's index
 * @param exceptions lines that replace some of them, by the label of the member
 */
record FamilyBody(List<String> lines, Map<String, List<String>> exceptions) {

	/**
	 * Finds what members have in common.
	 *
	 * @param body what is written of a member but its head: what stands behind its logical name, then lines
	 * @return nothing when they have too little in common to be one line
	 */
	static Optional<FamilyBody> of(List<CosemObject> members, Function<CosemObject, List<String>> body) {
		Map<CosemObject, List<String>> own = new LinkedHashMap<>();
		members.forEach(member -> own.put(member, body.apply(member)));
		if (Set.copyOf(own.values()).size() == 1) {
			return Optional.of(new FamilyBody(own.values().iterator().next(), Map.of()));
		}
		Map<CosemObject, List<String>> bound = new LinkedHashMap<>();
		own.forEach((member, lines) -> bound.put(member, lines.stream().map(line -> Families.bound(line, Families.label(member))).toList()));
		List<String> most = most(bound);
		Map<String, List<String>> exceptions = new LinkedHashMap<>();
		for (CosemObject member : members) {
			if (!bound.get(member).equals(most)) {
				if (!canReplace(most, bound.get(member))) {
					return Optional.empty();
				}
				exceptions.put(Families.label(member), difference(most, bound.get(member), own.get(member)));
			}
		}
		return 2 * exceptions.size() <= members.size() ? Optional.of(new FamilyBody(most, exceptions)) : Optional.empty();
	}

	/** Finds what most members say; of several the first. */
	private static List<String> most(Map<CosemObject, List<String>> bodies) {
		Map<List<String>, Integer> counts = new LinkedHashMap<>();
		bodies.values().forEach(lines -> counts.merge(lines, 1, Integer::sum));
		int highest = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
		return counts.entrySet().stream().filter(each -> each.getValue() == highest).findFirst().orElseThrow().getKey();
	}

	/** An override replaces lines of the same beginning and adds others; it does not take any away, and the head stays as it is. */
	private static boolean canReplace(List<String> common, List<String> own) {
		Set<String> keys = new HashSet<>();
		own.stream().skip(1).forEach(line -> keys.add(Likeness.key(line)));
		boolean plain = own.stream().skip(1).noneMatch(line -> line.startsWith("script ") || line.startsWith("key "));
		return plain && own.getFirst().equals(common.getFirst()) && common.stream().skip(1).map(Likeness::key).allMatch(keys::contains);
	}

	private static List<String> difference(List<String> common, List<String> bound, List<String> own) {
		Set<String> shared = new HashSet<>(common.subList(1, common.size()));
		return java.util.stream.IntStream.range(1, own.size()).filter(i -> !shared.contains(bound.get(i))).mapToObj(own::get).toList();
	}
}
