// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.conformance;

import java.util.Optional;

import org.meterwright.cosem.value.Origin;
import org.meterwright.rules.conformance.ConformanceLine;
import org.meterwright.rules.conformance.Verdict;

/**
 * A line of the tree: a kind of requirements, below that a requirement, below that why and where.
 *
 * @param level    what it is
 * @param key      the same as long as it is about the same
 * @param name     what it is called
 * @param verdict  what becomes of it; nothing: it is a kind or a reason
 * @param words    what is required, or why
 * @param where    where the text answers it, as file and line
 * @param clauses  where it is laid down
 * @param place    the place that a double click goes to
 * @param of       the requirement that it is or belongs to
 * @param open     whether what is below is shown
 * @param openable whether something is below
 */
public record ConformanceRow(Level level, String key, String name, Optional<Verdict> verdict, String words, String where, String clauses, Optional<Origin> place,
		Optional<ConformanceLine> of, boolean open, boolean openable) {

	/** What a line is. */
	public enum Level {
		/** A kind of requirements, such as Alerts. */
		KIND,
		/** A requirement. */
		REQUIREMENT,
		/** Why, or where. */
		REASON
	}
}
