// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.Origin;

/**
 * One difference between two meters.
 *
 * @param kind        what happened
 * @param impact      what it means; milder than the kind's where no client can see it
 * @param subject     to what
 * @param member      attribute, method or part of it; empty: the whole
 * @param association the association whose rights changed; empty: none in particular
 * @param before      how it was, in words; empty: it was not there
 * @param after       how it is
 * @param clients     associations that see it, left ones first
 * @param left        where the left text says it
 * @param right       where the right text says it
 */
public record Change(ChangeKind kind, Impact impact, Subject subject, String member, String association, String before, String after, List<String> clients,
		Optional<Origin> left, Optional<Origin> right) {

	/** Worst first, then by kind, subject, association and member. */
	static final Comparator<Change> ORDER = Comparator.comparing(Change::impact).thenComparing(Change::kind).thenComparing(Change::subject, Subject.ORDER)
			.thenComparing(Change::association).thenComparing(Change::member, NaturalOrder.TEXT).thenComparing(Change::before).thenComparing(Change::after);

	/** Copies the clients. */
	public Change {
		clients = List.copyOf(clients);
	}

	/** Returns how it was and how it is, for people. */
	public String difference() {
		if (before.isEmpty()) {
			return after;
		}
		return after.isEmpty() ? before : "%s -> %s".formatted(before, after);
	}

	@Override
	public String toString() {
		String where = association.isEmpty() ? "" : " in %s".formatted(association);
		String part = member.isEmpty() ? "" : ".%s".formatted(member);
		String what = difference().isEmpty() ? "" : ": %s".formatted(difference());
		return "%s %s: %s%s%s%s".formatted(kind.id(), kind.title(), subject, part, where, what);
	}
}
