// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.query.CosemObjects;

/** Compares what the meter does by itself: events, Alerts, pushes and reactions. */
final class BehaviourComparer {
	private static final int PUSH_CONTENT = 2;

	private final Changes changes;
	private final Matches matches;

	BehaviourComparer(Changes changes, Matches matches) {
		this.changes = changes;
		this.matches = matches;
	}

	void compare() {
		ends(matches.events(), ChangeKind.EVENT_REMOVED, ChangeKind.EVENT_ADDED);
		matches.events().pairs().forEach(this::event);
		ends(matches.alerts(), ChangeKind.ALERT_REMOVED, ChangeKind.ALERT_ADDED);
		matches.alerts().pairs().forEach(this::alert);
		ends(matches.pushes(), ChangeKind.PUSH_REMOVED, ChangeKind.PUSH_ADDED);
		matches.pushes().pairs().forEach(this::push);
		for (Reaction reaction : matches.reactions().removed()) {
			changes.removed(ChangeKind.REACTION_REMOVED, reaction).values(words(reaction, changes.left()), "").add();
		}
		for (Reaction reaction : matches.reactions().added()) {
			changes.added(ChangeKind.REACTION_ADDED, reaction).values("", words(reaction, changes.right())).add();
		}
		matches.reactions().pairs().forEach(this::reaction);
	}

	private void ends(Pairing<? extends Element> pairing, ChangeKind removed, ChangeKind added) {
		pairing.removed().forEach(element -> changes.removed(removed, element).add());
		pairing.added().forEach(element -> changes.added(added, element).add());
	}

	private void event(Pair<Event> pair) {
		changes.differ(ChangeKind.EVENT_CODE, pair, "", Subjects.code(pair.left().getCode()), Subjects.code(pair.right().getCode()));
		changes.differ(ChangeKind.EVENT_SOURCE, pair, "", "from %s".formatted(pair.left().getSource().getName()), "from %s".formatted(pair.right().getSource().getName()));
		changes.differ(ChangeKind.TITLE, pair, "", Subjects.text(pair.left().getText()), Subjects.text(pair.right().getText()));
	}

	private void alert(Pair<Alert> pair) {
		Alert left = pair.left();
		Alert right = pair.right();
		changes.differ(ChangeKind.ALERT_CODE, pair, "", Subjects.code(left.getCode()), Subjects.code(right.getCode()));
		changes.differ(ChangeKind.ALERT_FRAME, pair, "", left.isCritical() ? "critical" : "not critical", right.isCritical() ? "critical" : "not critical");
		changes.differ(ChangeKind.ALERT_FRAME, pair, "", left.isAlways() ? "always sent" : "can be switched off", right.isAlways() ? "always sent" : "can be switched off");
		changes.differ(ChangeKind.ALERT_FRAME, pair, "message", Subjects.code(left.getMessage()), Subjects.code(right.getMessage()));
		refer(ChangeKind.ALERT_FRAME, pair, "push", left.getPush(), right.getPush());
		refer(ChangeKind.ALERT_FRAME, pair, "protection", left.getProtection(), right.getProtection());
		said(pair);
		recipients(pair);
		refer(pair, "events", left.getEvents(), right.getEvents());
		refer(pair, "logs", left.getLogs(), right.getLogs());
		columns(ChangeKind.ALERT_CONTENT, ChangeKind.ALERT_CONTENT, ChangeKind.ALERT_CONTENT, pair, left.getColumns(), right.getColumns());
		changes.differ(ChangeKind.TITLE, pair, "", Subjects.text(left.getText()), Subjects.text(right.getText()));
		changes.differ(ChangeKind.TITLE, pair, "companion", Subjects.text(left.getCompanion()), Subjects.text(right.getCompanion()));
	}

	/** What a companion says of an Alert beside what the meter sends. */
	private void said(Pair<Alert> pair) {
		Alert left = pair.left();
		Alert right = pair.right();
		changes.differ(ChangeKind.ALERT_FRAME, pair, "sensitive", left.isSensitive() ? "sensitive" : "not sensitive", right.isSensitive() ? "sensitive" : "not sensitive");
		changes.differ(ChangeKind.ALERT_FRAME, pair, "sides", String.valueOf(left.getSides()), String.valueOf(right.getSides()));
		changes.differ(ChangeKind.ALERT_FRAME, pair, "payload", String.valueOf(left.getPayload()), String.valueOf(right.getPayload()));
		changes.differ(ChangeKind.ALERT_FRAME, pair, "bit", String.valueOf(left.getBit()), String.valueOf(right.getBit()));
		changes.differ(ChangeKind.ALERT_FRAME, pair, "masks", names(left.getMasks()), names(right.getMasks()));
		changes.differ(ChangeKind.TITLE, pair, "presence", left.getPresence().getLiteral(), right.getPresence().getLiteral());
		changes.differ(ChangeKind.TITLE, pair, "clauses", String.join(", ", left.getClauses()), String.join(", ", right.getClauses()));
		changes.differ(ChangeKind.TITLE, pair, "unspecified", String.join(", ", left.getUnspecified()), String.join(", ", right.getUnspecified()));
	}

	private void recipients(Pair<Alert> pair) {
		List<Role> left = pair.left().getRecipients();
		List<Role> right = pair.right().getRecipients();
		Sequence sequence = Sequence.of(left.stream().map(matches::identity).toList(), right.stream().map(matches::identity).toList());
		sequence.removed().forEach(i -> changes.on(ChangeKind.ALERT_RECIPIENT_REMOVED, pair).values(References.name(left.get(i)), "").add());
		sequence.added().forEach(i -> changes.on(ChangeKind.ALERT_RECIPIENT_ADDED, pair).values("", References.name(right.get(i))).add());
		if (sequence.reordered()) {
			changes.on(ChangeKind.DECLARED_ORDER, pair).member("recipients").values(names(left), names(right)).add();
		}
	}

	private void refer(Pair<Alert> pair, String member, List<? extends Element> left, List<? extends Element> right) {
		Sequence sequence = Sequence.of(left.stream().map(matches::identity).toList(), right.stream().map(matches::identity).toList());
		if (!sequence.removed().isEmpty() || !sequence.added().isEmpty()) {
			changes.on(ChangeKind.ALERT_RAISING, pair).member(member).values(names(left), names(right)).add();
		} else if (sequence.reordered()) {
			changes.on(ChangeKind.DECLARED_ORDER, pair).member(member).values(names(left), names(right)).add();
		}
	}

	private static String names(List<? extends Element> elements) {
		return elements.isEmpty() ? "none" : String.join(", ", elements.stream().map(References::name).toList());
	}

	private void refer(ChangeKind kind, Pair<? extends Element> pair, String member, EObject left, EObject right) {
		if (!matches.same(left, right)) {
			changes.on(kind, pair).member(member).values(References.name((Element) left), References.name((Element) right)).add();
		}
	}

	private void columns(ChangeKind removed, ChangeKind added, ChangeKind order, Pair<? extends Element> pair, List<Column> left, List<Column> right) {
		Sequence sequence = Sequence.of(left.stream().map(column -> Reactions.column(column, matches::identity)).toList(),
				right.stream().map(column -> Reactions.column(column, matches::identity)).toList());
		sequence.removed().forEach(i -> changes.on(removed, pair).member("column %d".formatted(i + 1)).values(References.column(left.get(i)), "").add());
		sequence.added().forEach(i -> changes.on(added, pair).member("column %d".formatted(i + 1)).values("", References.column(right.get(i))).add());
		if (sequence.reordered()) {
			changes.on(order, pair).member("columns").values(columns(left), columns(right)).add();
		}
	}

	private static String columns(List<Column> columns) {
		return String.join("; ", columns.stream().map(References::column).toList());
	}

	private void push(Pair<Push> pair) {
		Push left = pair.left();
		Push right = pair.right();
		refer(ChangeKind.PUSH_DESTINATION, pair, "object", left.getObject(), right.getObject());
		refer(ChangeKind.PUSH_DESTINATION, pair, "partner", left.getPartner(), right.getPartner());
		changes.differ(ChangeKind.PUSH_DESTINATION, pair, "destination", left.isAddressed() ? "set" : "none", right.isAddressed() ? "set" : "none");
		changes.differ(ChangeKind.PUSH_PROTECTION, pair, "", Modes.protectionWords(left.getProtection()), Modes.protectionWords(right.getProtection()));
		if (left.getProtection() != right.getProtection() && Modes.protection(left.getProtection()).equals(Modes.protection(right.getProtection()))) {
			changes.on(ChangeKind.PUSH_PROTECTION, pair).values("mode %d".formatted(left.getProtection()), "mode %d".formatted(right.getProtection())).add();
		}
		refer(ChangeKind.PUSH_PROTECTION, pair, "security", left.getSecurity(), right.getSecurity());
		if (content(left).equals(content(right))) { // else the Push setup object tells
			columns(ChangeKind.PUSH_ITEM_REMOVED, ChangeKind.PUSH_ITEM_ADDED, ChangeKind.PUSH_ORDER, pair, left.getColumns(), right.getColumns());
		}
	}

	private static Optional<?> content(Push push) {
		return Optional.ofNullable(push.getObject()).flatMap(object -> CosemObjects.value(object, PUSH_CONTENT));
	}

	private void reaction(Pair<Reaction> pair) {
		Reaction left = pair.left();
		Reaction right = pair.right();
		String before = Reactions.words(left.getTrigger(), changes.left().wording());
		String after = Reactions.words(right.getTrigger(), changes.right().wording());
		boolean trigger = left.getTrigger() == null || right.getTrigger() == null ? left.getTrigger() == right.getTrigger()
				: Reactions.key(left.getTrigger(), matches::identity).equals(Reactions.key(right.getTrigger(), matches::identity));
		if (!trigger) {
			changes.on(ChangeKind.TRIGGER, pair).values(before, after).add();
		}
		refer(ChangeKind.TRIGGER, pair, "object", left.getObject(), right.getObject());
		refer(ChangeKind.GUARD, pair, "", left.getGuard(), right.getGuard());
		steps(pair, "", left.getActions(), right.getActions());
		steps(pair, "return", left.getReturnActions(), right.getReturnActions());
	}

	private void steps(Pair<Reaction> pair, String member, List<Action> left, List<Action> right) {
		Sequence sequence = Sequence.of(Reactions.keys(left, matches::identity), Reactions.keys(right, matches::identity));
		sequence.removed().forEach(i -> changes.on(ChangeKind.STEP_REMOVED, pair).member(member).values(Reactions.words(left.get(i), changes.left().wording()), "").add());
		sequence.added().forEach(i -> changes.on(ChangeKind.STEP_ADDED, pair).member(member).values("", Reactions.words(right.get(i), changes.right().wording())).add());
		if (sequence.reordered()) {
			changes.on(ChangeKind.STEP_ORDER, pair).member(member).values(steps(left, changes.left()), steps(right, changes.right())).add();
		}
	}

	private static String steps(List<Action> actions, View view) {
		return String.join("; ", actions.stream().map(action -> Reactions.words(action, view.wording())).toList());
	}

	private static String words(Reaction reaction, View view) {
		String guard = reaction.getGuard() == null ? "" : " unless %s".formatted(References.name(reaction.getGuard()));
		String back = reaction.getReturnActions().isEmpty() ? "" : " return { %s }".formatted(steps(reaction.getReturnActions(), view));
		return "%s%s { %s }%s".formatted(Reactions.words(reaction.getTrigger(), view.wording()), guard, steps(reaction.getActions(), view), back);
	}
}
