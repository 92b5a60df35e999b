// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.words.AccessWords;

/** Compares an association that both meters have. */
final class AssociationComparer {
	private final Changes changes;
	private final Matches matches;
	private final EntryComparer entries;

	AssociationComparer(Changes changes, Matches matches) {
		this.changes = changes;
		this.matches = matches;
		this.entries = new EntryComparer(changes, matches);
	}

	/** Compares everything. */
	void compare(Pair<Association> pair) {
		Association left = pair.left();
		Association right = pair.right();
		changes.differ(ChangeKind.CLIENT_ADDRESS, pair, "", "client %d".formatted(left.getClientSap()), "client %d".formatted(right.getClientSap()));
		reference(ChangeKind.ASSOCIATION_OBJECT, pair, matches.same(left.getObject(), right.getObject()), Optional.ofNullable(left.getObject()).map(References::name),
				Optional.ofNullable(right.getObject()).map(References::name));
		changes.differ(ChangeKind.CONTEXT, pair, "", left.getContext().getName(), right.getContext().getName());
		changes.differ(ChangeKind.MECHANISM, pair, "", AccessWords.mechanism(left.getMechanism()), AccessWords.mechanism(right.getMechanism()));
		reference(ChangeKind.SECURITY_SETUP, pair, matches.same(left.getSecurity(), right.getSecurity()), Optional.ofNullable(left.getSecurity()).map(References::name),
				Optional.ofNullable(right.getSecurity()).map(References::name));
		changes.differ(ChangeKind.SECRET_SLOT, pair, "", slot(left), slot(right));
		services(pair);
		changes.differ(ChangeKind.PDU_SIZE, pair, "", size(left), size(right));
		reference(ChangeKind.PARTY, pair, matches.same(left.getRole(), right.getRole()), Optional.ofNullable(left.getRole()).map(References::name),
				Optional.ofNullable(right.getRole()).map(References::name));
		entries.compare(pair);
	}

	/** Compares the object lists alone. */
	void compareLists(Pair<Association> pair) {
		entries.compare(pair);
	}

	private void reference(ChangeKind kind, Pair<Association> pair, boolean same, Optional<String> before, Optional<String> after) {
		if (!same) {
			changes.on(kind, pair).values(before.orElse("none"), after.orElse("none")).add();
		}
	}

	private static String slot(Association association) {
		return association.getSecretSlot() < 0 ? "no slot" : "slot %d".formatted(association.getSecretSlot());
	}

	private static String size(Association association) {
		return association.getMaximumPdu() == 0 ? "not limited" : "%d octets".formatted(association.getMaximumPdu());
	}

	private void services(Pair<Association> pair) {
		List<String> before = Modes.services(pair.left().getConformance());
		List<String> after = Modes.services(pair.right().getConformance());
		before.stream().filter(service -> !after.contains(service)).forEach(service -> changes.on(ChangeKind.SERVICE_REMOVED, pair).values(service, "").add());
		after.stream().filter(service -> !before.contains(service)).forEach(service -> changes.on(ChangeKind.SERVICE_ADDED, pair).values("", service).add());
	}
}
