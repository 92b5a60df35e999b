// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventSource;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.RaiseAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.ScheduleTrigger;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.SetAction;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Faults of events, Alerts and reactions. */
final class EventFaults {
	private static final int BEYOND_16_BITS = 0x12345;

	private EventFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("event-unheard", "Nothing follows an event.", "EVENT GBCS COMP", EventFaults::unheard),
				FaultKind.of("event-code-twice", "Two events have one code.", "EVENT GBCS", EventFaults::eventCodeTwice),
				FaultKind.of("event-code-range", "The code of an event has more than 16 bits.", "EVENT", meter -> meter.getEvents().stream().filter(event -> event.getCode() > 0).map(event -> Models.site(event, each -> each.setCode(BEYOND_16_BITS)))),
				FaultKind.of("event-never-raised", "An event of the meter's own is never raised.", "EVENT", EventFaults::neverRaised),
				FaultKind.of("alert-code-twice", "Two Alerts have one code.", "EVENT COMP", EventFaults::alertCodeTwice),
				FaultKind.of("alert-code-range", "The code of an Alert has more than 16 bits.", "EVENT", meter -> used(meter).map(alert -> Models.site(alert, each -> each.setCode(BEYOND_16_BITS)))),
				FaultKind.of("alert-without-trigger", "Nothing raises an Alert.", "EVENT GBCS COMP", EventFaults::withoutTrigger),
				FaultKind.of("alert-to-nobody", "An Alert goes to nobody.", "EVENT GBCS COMP", meter -> used(meter).filter(alert -> !alert.getRecipients().isEmpty()).map(alert -> Models.site(alert, each -> {
					each.getRecipients().clear();
					each.setPush(null);
				}))),
				FaultKind.of("alert-unreachable", "An Alert goes to a role that has no association.", "EVENT GBCS COMP", EventFaults::unreachable),
				FaultKind.of("alert-log-no-profile", "An Alert is logged in what is no profile.", "EVENT GBCS COMP", EventFaults::alertLog),
				FaultKind.of("event-raises-itself", "An event raises itself.", "EVENT", EventFaults::raisesItself),
				FaultKind.of("reaction-empty", "A reaction does nothing.", "EVENT MON", meter -> Models.reactions(meter).filter(reaction -> !reaction.getActions().isEmpty()).map(reaction -> site(reaction, () -> {
					reaction.getActions().clear();
					reaction.getReturnActions().clear();
				}))),
				FaultKind.of("reaction-untriggered", "A reaction has no trigger.", "EVENT", meter -> Models.reactions(meter).map(reaction -> site(reaction, () -> reaction.setTrigger(null)))),
				FaultKind.of("reaction-without-event", "A reaction waits for no event.", "EVENT", meter -> Models.reactions(meter).filter(reaction -> reaction.getTrigger() instanceof EventTrigger).map(reaction -> site(reaction, () -> ((EventTrigger) reaction.getTrigger()).getEvents().clear()))),
				FaultKind.of("reaction-without-time", "A reaction to a time has no time.", "EVENT SCHED", meter -> Models.reactions(meter).filter(reaction -> reaction.getTrigger() instanceof ScheduleTrigger).map(reaction -> site(reaction, () -> ((ScheduleTrigger) reaction.getTrigger()).getTimes().clear()))),
				FaultKind.of("reaction-watches-nothing", "A reaction to a threshold watches nothing.", "EVENT MON REF", meter -> Models.reactions(meter).filter(reaction -> reaction.getTrigger() instanceof ThresholdTrigger).map(reaction -> site(reaction, () -> ((ThresholdTrigger) reaction.getTrigger()).setMonitored(null)))),
				FaultKind.of("threshold-type", "The threshold of a reaction is of another type than the value.", "MON EVENT", meter -> Models.reactions(meter).filter(reaction -> reaction.getTrigger() instanceof ThresholdTrigger it && it.getThreshold() instanceof Value.Int).map(reaction -> site(reaction, () -> ((ThresholdTrigger) reaction.getTrigger()).setThreshold(new Value.Bits("1010"))))),
				FaultKind.of("threshold-back-crossed", "A reaction ends before it begins: the value to go back to lies beyond its threshold.", "MON EVENT", EventFaults::crossed),
				FaultKind.of("guard-no-schedule", "Something else than a schedule holds a reaction back.", "EVENT", meter -> Models.reactions(meter).filter(reaction -> reaction.getGuard() != null).map(reaction -> site(reaction, () -> reaction.setGuard(Models.objects(meter, 8).findFirst().orElseThrow())))),
				FaultKind.of("log-no-profile", "An event is logged in what is no profile.", "EVENT GBCS", meter -> actions(meter, LogAction.class, action -> action.setLog(clock(meter)))),
				FaultKind.of("capture-no-profile", "A reaction captures into what is no profile.", "EVENT GBCS", meter -> actions(meter, CaptureAction.class, action -> action.setProfile(clock(meter)))),
				FaultKind.of("log-arguments", "A log entry has more arguments than the log has columns.", "EVENT", meter -> actions(meter, LogAction.class, EventFaults::manyArguments)),
				FaultKind.of("log-argument-type", "A log entry has an argument of another type than its column.", "EVENT", EventFaults::argumentType),
				FaultKind.of("reaction-method", "A reaction calls a method that is not there.", "EVENT", meter -> added(meter, () -> method(clock(meter), 44))),
				FaultKind.of("reaction-method-parameter", "A reaction calls a method with a parameter of another type.", "EVENT", meter -> added(meter, () -> method(switchOf(meter), 1)).filter(site -> switchOf(meter) != null)),
				FaultKind.of("reaction-sets-missing", "A reaction sets an attribute that is not there.", "EVENT", meter -> added(meter, () -> set(clock(meter), 44, Values.unsigned(1)))),
				FaultKind.of("reaction-sets-type", "A reaction sets an attribute to a value of another type.", "EVENT", meter -> added(meter, () -> set(clock(meter), 8, Values.octets(1, 2, 3)))),
				FaultKind.of("reaction-sets-name", "A reaction sets a logical name.", "EVENT", meter -> added(meter, () -> set(clock(meter), 1, Values.logicalName(Models.NOWHERE)))),
				FaultKind.of("reaction-script", "A reaction runs a script that is not there.", "EVENT REF", meter -> actions(meter, ScriptAction.class, action -> action.setScriptId(4711))),
				FaultKind.of("reaction-executes", "A reaction calls execute with the number of a script that is not there.", "EVENT REF", EventFaults::executes));
	}

	private static Site site(Reaction reaction, Runnable spoil) {
		String label = "%s %s".formatted(Models.label(reaction), EcoreUtil.getURI(reaction).fragment());
		return reaction.getObject() == null ? Site.of(label, reaction, spoil) : Site.of(label, reaction, reaction.getObject(), spoil);
	}

	private static CosemObject clock(Meter meter) {
		return Models.objects(meter, 8).findFirst().orElseThrow();
	}

	private static CosemObject switchOf(Meter meter) {
		return Models.objects(meter, 70).findFirst().orElse(null);
	}

	private static Stream<Alert> used(Meter meter) {
		return meter.getAlerts().stream().filter(alert -> Models.reactions(meter).anyMatch(reaction -> all(reaction).anyMatch(action -> action instanceof AlertAction it && it.getAlert() == alert)));
	}

	private static Stream<Action> all(Reaction reaction) {
		return Stream.concat(reaction.getActions().stream(), reaction.getReturnActions().stream());
	}

	private static Stream<Site> unheard(Meter meter) {
		return meter.getEvents().stream().filter(event -> event.getSource() == EventSource.FIRMWARE && meter.getAlerts().stream().noneMatch(alert -> alert.getEvents().contains(event)) && isHeard(meter, event))
				.map(event -> Models.site(event, each -> meter.getReactions().removeIf(reaction -> only(reaction, event))));
	}

	private static boolean isHeard(Meter meter, Event event) {
		List<Reaction> heard = Models.reactions(meter).filter(reaction -> reaction.getTrigger() instanceof EventTrigger trigger && trigger.getEvents().contains(event)).toList();
		return !heard.isEmpty() && heard.stream().allMatch(reaction -> only(reaction, event));
	}

	private static boolean only(Reaction reaction, Event event) {
		return reaction.getTrigger() instanceof EventTrigger trigger && trigger.getEvents().equals(List.of(event));
	}

	private static Stream<Site> eventCodeTwice(Meter meter) {
		List<Event> coded = meter.getEvents().stream().filter(event -> event.getCode() > 0).toList();
		return coded.stream().skip(1).filter(event -> event.getCode() != coded.getFirst().getCode()).map(event -> Site.of(Models.label(event), event, coded.getFirst(), () -> event.setCode(coded.getFirst().getCode())));
	}

	private static Stream<Site> neverRaised(Meter meter) {
		return meter.getEvents().stream().filter(event -> event.getSource() == EventSource.METER && Models.reactions(meter).anyMatch(reaction -> all(reaction).anyMatch(action -> raises(action, event))))
				.map(event -> Models.site(event, each -> meter.getReactions().forEach(reaction -> {
					reaction.getActions().removeIf(action -> raises(action, event));
					reaction.getReturnActions().removeIf(action -> raises(action, event));
				})));
	}

	private static boolean raises(Action action, Event event) {
		return action instanceof RaiseAction raise && raise.getEvent() == event;
	}

	private static Stream<Site> alertCodeTwice(Meter meter) {
		List<Alert> alerts = used(meter).toList();
		return alerts.stream().skip(1).map(alert -> Site.of(Models.label(alert), alert, alerts.getFirst(), () -> alert.setCode(alerts.getFirst().getCode())));
	}

	private static Stream<Site> withoutTrigger(Meter meter) {
		return used(meter).map(alert -> Models.site(alert, each -> {
			each.getEvents().clear();
			meter.getReactions().forEach(reaction -> {
				reaction.getActions().removeIf(action -> action instanceof AlertAction it && it.getAlert() == each);
				reaction.getReturnActions().removeIf(action -> action instanceof AlertAction it && it.getAlert() == each);
			});
		}));
	}

	private static Stream<Site> unreachable(Meter meter) {
		return used(meter).filter(alert -> !alert.getRecipients().isEmpty()).map(alert -> Site.of(Models.label(alert), alert, () -> {
			Role nobody = CosemFactory.eINSTANCE.createRole();
			nobody.setName("nobody");
			meter.getRoles().add(nobody);
			alert.getRecipients().clear();
			alert.getRecipients().add(nobody);
		}));
	}

	private static Stream<Site> alertLog(Meter meter) {
		return used(meter).filter(alert -> !alert.getLogs().isEmpty()).map(alert -> Models.site(alert, each -> each.getLogs().set(0, clock(meter))));
	}

	private static Stream<Site> raisesItself(Meter meter) {
		return Models.reactions(meter).filter(reaction -> reaction.getTrigger() instanceof EventTrigger it && !it.getEvents().isEmpty()).map(reaction -> {
			Event event = ((EventTrigger) reaction.getTrigger()).getEvents().getFirst();
			return new Site(EcoreUtil.getURI(reaction).fragment(), List.of(reaction, event), () -> {
				RaiseAction again = CosemFactory.eINSTANCE.createRaiseAction();
				again.setEvent(event);
				reaction.getActions().add(again);
			});
		});
	}

	private static Stream<Site> crossed(Meter meter) {
		return Models.reactions(meter).filter(reaction -> reaction.getTrigger() instanceof ThresholdTrigger it && it.getThreshold() instanceof Value.Int && it.getBackThreshold() instanceof Value.Int && !it.getThreshold().equals(it.getBackThreshold())).map(reaction -> site(reaction, () -> {
			ThresholdTrigger trigger = (ThresholdTrigger) reaction.getTrigger();
			Value there = trigger.getThreshold();
			trigger.setThreshold(trigger.getBackThreshold());
			trigger.setBackThreshold(there);
		}));
	}

	private static <A extends Action> Stream<Site> actions(Meter meter, Class<A> kind, Consumer<A> spoil) {
		return Models.reactions(meter).flatMap(reaction -> all(reaction).filter(kind::isInstance).map(kind::cast)
				.map(action -> new Site(EcoreUtil.getURI(action).fragment(), List.of(action, reaction), () -> spoil.accept(action))));
	}

	private static void manyArguments(LogAction action) {
		List<Value> many = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			many.add(Values.longUnsigned(i));
		}
		action.getArguments().clear();
		action.getArguments().addAll(many);
	}

	private static Stream<Site> argumentType(Meter meter) {
		return actions(meter, LogAction.class, action -> {
			if (action.getArguments().isEmpty()) {
				action.getArguments().add(new Value.Bits("0110"));
			} else {
				action.getArguments().set(0, new Value.Bits("0110"));
			}
		});
	}

	private static Stream<Site> added(Meter meter, Supplier<Action> action) {
		return Models.reactions(meter).filter(reaction -> reaction.getTrigger() instanceof EventTrigger).map(reaction -> site(reaction, () -> reaction.getActions().add(action.get())));
	}

	private static Action method(CosemObject object, int method) {
		MethodAction action = CosemFactory.eINSTANCE.createMethodAction();
		action.setObject(object);
		action.setMethod(method);
		action.setParameter(Values.octets(1, 2, 3));
		return action;
	}

	private static Action set(CosemObject object, int attribute, Value value) {
		SetAction action = CosemFactory.eINSTANCE.createSetAction();
		action.setObject(object);
		action.setAttribute(attribute);
		action.setValue(value);
		return action;
	}

	private static Stream<Site> executes(Meter meter) {
		return Models.objects(meter, 9).limit(1).flatMap(table -> added(meter, () -> Actions.call(table, 1, Values.longUnsigned(4711))));
	}
}
