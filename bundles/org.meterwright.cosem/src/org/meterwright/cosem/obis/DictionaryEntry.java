// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.obis;

import java.util.List;
import java.util.Set;

import org.meterwright.cosem.value.LogicalName;

/**
 * What the dictionary says of some logical names.
 *
 * @param groups    values of the groups A to F
 * @param title     what stands there; {@code {rate}} is the text of the group of that name, {@code {e}} the value of group E
 * @param classes   class ids that fit; empty: any
 * @param only      whether the protocol relies on the class: another class there is an error
 * @param units     unit codes of the quantity; empty: not said
 * @param uncertain why the entry is not certain; empty: it is
 * @param layer     0 the standard, 1 a companion, 2 the meter's own: a higher one is asked first
 */
public record DictionaryEntry(List<GroupValues> groups, String title, Set<Integer> classes, boolean only, Set<Integer> units, String uncertain, int layer) {
	private static final double LOG_SIZE = Math.log(GroupValues.SIZE);

	/** Copies the collections. */
	public DictionaryEntry {
		groups = List.copyOf(groups);
		classes = Set.copyOf(classes);
		units = Set.copyOf(units);
		if (groups.size() != 6) {
			throw new IllegalArgumentException("a logical name has six value groups, not %d".formatted(groups.size()));
		}
	}

	/** Tells whether a logical name is one of these. */
	public boolean matches(LogicalName name) {
		return groups.get(2).contains(name.c()) && groups.get(3).contains(name.d()) && groups.get(4).contains(name.e()) && groups.get(0).contains(name.a())
				&& groups.get(1).contains(name.b()) && groups.get(5).contains(name.f());
	}

	/** Tells whether a class may stand there. */
	public boolean takes(int classId) {
		return classes.isEmpty() || classes.contains(classId);
	}

	/** Tells whether the standard leaves these names to makers, utilities or countries: any class may stand there. */
	public boolean isFree() {
		return classes.isEmpty();
	}

	/** Returns how much of the space of logical names this takes, 0 for one name to 6 for all: of several that match, the smallest counts. */
	public double extent() {
		double sum = 0;
		for (GroupValues each : groups) {
			sum += Math.log(each.size()) / LOG_SIZE;
		}
		return sum;
	}

	/** Writes the pattern: {@code 1-{0..64}:1.8.{0..63}*255}. */
	public String pattern() {
		return "%s-%s:%s.%s.%s*%s".formatted(groups.toArray());
	}
}
