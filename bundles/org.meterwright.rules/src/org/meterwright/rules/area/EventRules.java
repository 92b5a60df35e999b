// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.RaiseAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.ScheduleTrigger;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on events, Alerts and what sets them off. */
public final class EventRules implements RuleArea {
	/** Event that nothing follows. */
	public static final String NO_REACTION = "MW-EVENT-001";
	/** Two events with one code. */
	public static final String DUPLICATE_EVENT = "MW-EVENT-002";
	/** Two Alerts with one code. */
	public static final String DUPLICATE_ALERT = "MW-EVENT-003";
	/** Alert that nothing raises. */
	public static final String NEVER_RAISED = "MW-EVENT-004";
	/** Alert for nobody. */
	public static final String NO_RECIPIENT = "MW-EVENT-005";
	/** Recipient without association. */
	public static final String RECIPIENT_UNREACHABLE = "MW-EVENT-006";
	/** Events that raise each other for ever. */
	public static final String LOOP = "MW-EVENT-007";
	/** Reaction that does nothing. */
	public static final String NO_ACTION = "MW-EVENT-008";
	/** Reaction without trigger. */
	public static final String NO_TRIGGER = "MW-EVENT-009";
	/** Code that has no room. */
	public static final String CODE_RANGE = "MW-EVENT-010";
	/** Guard that is no schedule. */
	public static final String GUARD = "MW-EVENT-011";

	private static final int LARGEST_CODE = 0xFFFF;

	@Override
	public void register(RuleBook book) {
		book.on(Event.class, NO_REACTION, this::noReaction);
		book.on(Meter.class, DUPLICATE_EVENT, this::duplicateEvent);
		book.on(Meter.class, DUPLICATE_ALERT, this::duplicateAlert);
		book.on(Alert.class, NEVER_RAISED, this::neverRaised);
		book.on(Alert.class, NO_RECIPIENT, this::noRecipient);
		book.on(Alert.class, RECIPIENT_UNREACHABLE, this::recipientUnreachable);
		book.on(Meter.class, LOOP, this::loop);
		book.on(Reaction.class, NO_ACTION, this::noAction);
		book.on(Reaction.class, NO_TRIGGER, this::noTrigger);
		book.on(Event.class, CODE_RANGE, (event, facts, report) -> {
			if (event.getCode() < -1 || event.getCode() > LARGEST_CODE) {
				report.on(event, "event code %d of %s is not 0 to 0xFFFF".formatted(event.getCode(), event.getName()));
			}
		});
		book.on(Alert.class, CODE_RANGE, (alert, facts, report) -> {
			if (alert.getCode() < 0 || alert.getCode() > LARGEST_CODE) {
				report.on(alert, "Alert code %d of %s is not 0 to 0xFFFF".formatted(alert.getCode(), alert.getName()));
			}
		});
		book.on(Reaction.class, GUARD, this::guard);
	}

	private static Set<Event> awaited(Facts facts) {
		return facts.once(EventTrigger.class, () -> {
			Set<Event> events = new HashSet<>();
			facts.meter().getReactions().stream().flatMap(EventRules::triggers).forEach(events::add);
			facts.meter().getAlerts().forEach(alert -> events.addAll(alert.getEvents()));
			return events;
		});
	}

	private static Stream<Event> triggers(Reaction reaction) {
		return reaction.getTrigger() instanceof EventTrigger trigger ? trigger.getEvents().stream() : Stream.empty();
	}

	private void noReaction(Event event, Facts facts, Report report) {
		if (!awaited(facts).contains(event)) {
			report.on(event, "nothing follows the event %s".formatted(event.getName()));
		}
	}

	/** Reports two events of one code; members of a family come from one line and share its code on purpose. */
	private void duplicateEvent(Meter meter, Facts facts, Report report) {
		Map<Integer, Event> seen = new HashMap<>();
		for (Event event : meter.getEvents()) {
			Event first = event.getCode() < 0 ? null : seen.putIfAbsent(event.getCode(), event);
			if (first != null && !first.getOrigins().equals(event.getOrigins())) {
				report.on(event, "%s has the event code 0x%04X of %s; a log cannot tell them apart".formatted(event.getName(), event.getCode(),
						first.getName()));
			}
		}
	}

	private void duplicateAlert(Meter meter, Facts facts, Report report) {
		Map<Integer, Alert> seen = new HashMap<>();
		for (Alert alert : meter.getAlerts()) {
			Alert first = seen.putIfAbsent(alert.getCode(), alert);
			if (first != null) {
				report.on(alert, "%s has the Alert code 0x%04X of %s".formatted(alert.getName(), alert.getCode(), first.getName()),
						Proposals.code(meter.getAlerts().stream().map(Alert::getCode).toList(), alert.getCode()));
			}
		}
	}

	/** Tells whether a companion, rather than the meter, declares an Alert. */
	static boolean isCompanions(Alert alert) {
		return alert.getCompanion() != null && !alert.getCompanion().isBlank();
	}

	/** Returns the Alerts that a reaction raises. */
	static List<Alert> alerts(Reaction reaction) {
		return Uses.actions(reaction).filter(AlertAction.class::isInstance).map(action -> ((AlertAction) action).getAlert()).filter(alert -> alert != null).distinct().toList();
	}

	private void neverRaised(Alert alert, Facts facts, Report report) {
		if (!isCompanions(alert) && Raises.of(facts).of(alert).isEmpty()) {
			report.on(alert, "nothing raises the Alert %s".formatted(alert.getName()));
		}
	}

	private void noRecipient(Alert alert, Facts facts, Report report) {
		if (!isCompanions(alert) && alert.getRecipients().isEmpty() && alert.getPush() == null) {
			report.on(alert, "the Alert %s goes to nobody; say to whom".formatted(alert.getName()), Proposals.role(facts.associations().toList()));
		}
	}

	private void recipientUnreachable(Alert alert, Facts facts, Report report) {
		for (Role role : alert.getRecipients()) {
			if (!isCompanions(alert) && !reaches(role, facts)) {
				report.on(alert, "the Alert %s goes to %s, which has no association".formatted(alert.getName(), role.getName()), role.getName());
			}
		}
	}

	/** Tells whether a role can be sent anything: it holds an association, or is the partner of a push. */
	static boolean reaches(Role role, Facts facts) {
		Stream<Association> partners = facts.meter().getPushes().stream().map(push -> push.getPartner()).filter(partner -> partner != null);
		return Stream.concat(facts.associations(), partners).map(Association::getRole)
				.anyMatch(other -> other != null && Optional.ofNullable(other.getName()).equals(Optional.ofNullable(role.getName())));
	}

	private void loop(Meter meter, Facts facts, Report report) {
		Map<Event, Set<Event>> raised = new LinkedHashMap<>();
		for (Reaction reaction : meter.getReactions()) {
			List<Event> after = Uses.actions(reaction).flatMap(EventRules::raised).toList();
			triggers(reaction).forEach(event -> raised.computeIfAbsent(event, each -> new HashSet<>()).addAll(after));
		}
		Loops.find(raised).ifPresent(event -> report.on(event, "%s is raised again by what it raises, without end".formatted(event.getName())));
	}

	private static Stream<Event> raised(Action action) {
		return action instanceof RaiseAction raise && raise.getEvent() != null ? Stream.of(raise.getEvent()) : Stream.empty();
	}

	private void noAction(Reaction reaction, Facts facts, Report report) {
		if (Uses.actions(reaction).findAny().isEmpty()) {
			report.on(reaction, "%s does nothing".formatted(name(reaction)));
		}
	}

	private static String name(Reaction reaction) {
		return reaction.getName() == null ? "the reaction" : reaction.getName();
	}

	private void noTrigger(Reaction reaction, Facts facts, Report report) {
		boolean triggered = switch (reaction.getTrigger()) {
			case EventTrigger events -> !events.getEvents().isEmpty();
			case ScheduleTrigger schedule -> !schedule.getTimes().isEmpty();
			case ThresholdTrigger threshold -> threshold.getMonitored() != null && threshold.getThreshold() != null;
			case null, default -> false;
		};
		if (!triggered) {
			report.on(reaction, "%s never happens: it has no event, time or threshold".formatted(name(reaction)));
		}
	}

	private void guard(Reaction reaction, Facts facts, Report report) {
		if (reaction.getGuard() != null && !Facts.is(reaction.getGuard(), ClassIds.SCHEDULE)) {
			report.on(reaction, "%s cannot hold a reaction back: it is no schedule but of class %s".formatted(Facts.label(reaction.getGuard()),
					Facts.label(reaction.getGuard().getInterfaceClass())));
		}
	}
}
