// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.PushAction;
import org.meterwright.cosem.RaiseAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.SetAction;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.firmware.FirmwareException;

/**
 * Turns reactions into steps. A reaction to an event holds all its actions. A reaction that a standard object implements (schedule,
 * monitor, limiter) holds those that the object's script cannot: alerts, events, logs, and pushes without a Push setup object.
 */
final class TriggerPlanner {
	private static final int MOST_EVENTS = 0x7FFF;
	private static final int FIRES = 0;
	private static final int BEGINS = 1;
	private static final int ENDS = 2;

	private final Meter meter;
	private final ObjectOrder order;
	private final List<Triggers.Trigger> triggers = new ArrayList<>();
	private final List<Triggers.Source> planned;
	private final List<Triggers.Threshold> thresholds = new ArrayList<>();
	private final Map<Triggers.Source, List<Planned>> sources = new TreeMap<>(
			Comparator.comparingInt(Triggers.Source::object).thenComparingInt(Triggers.Source::kind).thenComparingInt(Triggers.Source::way));

	private record Planned(Reaction reaction, List<Action> actions, Optional<CosemObject> guard) {
	}

	TriggerPlanner(Meter meter, ObjectOrder order) {
		this.meter = meter;
		this.order = order;
		if (meter.getEvents().size() > MOST_EVENTS) {
			throw new FirmwareException(Text.of("the meter has %d events; tables hold at most %d", meter.getEvents().size(), MOST_EVENTS));
		}
		meter.getReactions().forEach(this::add);
		int event = Triggers.SOURCE_EVENT;
		for (List<Planned> planned : sources.values()) {
			int number = event++;
			planned.forEach(part -> addRow(number, part.reaction(), part.actions(), part.guard()));
		}
		planned = List.copyOf(sources.keySet());
		triggers.sort(Comparator.comparingInt(Triggers.Trigger::event));
	}

	List<Triggers.Trigger> triggers() {
		return Collections.unmodifiableList(triggers);
	}

	List<Triggers.Source> sources() {
		return planned;
	}

	List<Triggers.Threshold> thresholds() {
		return Collections.unmodifiableList(thresholds);
	}

	private void add(Reaction reaction) {
		if (reaction.getTrigger() instanceof EventTrigger trigger) {
			trigger.getEvents().forEach(event -> addRow(number(event), reaction, reaction.getActions(), Optional.ofNullable(reaction.getGuard())));
			return;
		}
		if (reaction.getObject() == null) {
			addRow(reaction);
			return;
		}
		int object = order.number(reaction.getObject());
		boolean threshold = reaction.getTrigger() instanceof ThresholdTrigger;
		int[] ways = ThresholdRows.ways(reaction);
		addSource(reaction, new Triggers.Source(object, threshold ? BEGINS : FIRES, ways[0], ""), reaction.getActions(), Optional.ofNullable(reaction.getGuard()));
		addSource(reaction, new Triggers.Source(object, ENDS, ways[1], ""), reaction.getReturnActions(), Optional.empty());
	}

	/** Adds a reaction to a threshold or to times that no object implements: a row of its own, which does all that the reaction says. */
	private void addRow(Reaction reaction) {
		int number = order.objects().size() + thresholds.size();
		boolean threshold = reaction.getTrigger() instanceof ThresholdTrigger;
		int[] ways = ThresholdRows.ways(reaction);
		thresholds.add(ThresholdRows.of(reaction, order));
		addWhole(reaction, new Triggers.Source(number, threshold ? BEGINS : FIRES, ways[0], String.valueOf(reaction.getName())), reaction.getActions(), Optional.ofNullable(reaction.getGuard()));
		if (!reaction.getReturnActions().isEmpty()) {
			addWhole(reaction, new Triggers.Source(number, ENDS, ways[1], String.valueOf(reaction.getName())), reaction.getReturnActions(), Optional.empty());
		}
	}

	private void addWhole(Reaction reaction, Triggers.Source source, List<Action> actions, Optional<CosemObject> guard) {
		sources.computeIfAbsent(source, key -> new ArrayList<>()).add(new Planned(reaction, actions, guard));
	}

	/** Adds what a standard object sets off; that a threshold begins is said even when nothing follows it, with the way that it begins. A guard holds back what begins, never what ends: supply may be armed again at any time. */
	private void addSource(Reaction reaction, Triggers.Source source, List<Action> actions, Optional<CosemObject> guard) {
		List<Action> own = actions.stream().filter(TriggerPlanner::isBeyondScripts).toList();
		if (!own.isEmpty() || guard.isPresent() && !actions.isEmpty()) {
			addWhole(reaction, source, own, guard);
		} else if (source.kind() == BEGINS) {
			sources.computeIfAbsent(source, key -> new ArrayList<>());
		}
	}

	private static boolean isBeyondScripts(Action action) {
		return switch (action) {
			case AlertAction alert -> true;
			case RaiseAction raise -> true;
			case LogAction log -> true;
			case PushAction push -> push.getPush().getObject() == null;
			default -> false;
		};
	}

	private void addRow(int event, Reaction reaction, List<Action> actions, Optional<CosemObject> guardObject) {
		List<Triggers.Step> steps = new ArrayList<>();
		actions.forEach(action -> add(action, actions, steps));
		int guard = guardObject.map(order::number).orElse(Triggers.NONE);
		triggers.add(new Triggers.Trigger(event, guard, steps, reaction));
	}

	private void add(Action action, List<Action> all, List<Triggers.Step> steps) {
		switch (action) {
			case LogAction log -> steps.add(new Triggers.Step(Triggers.Op.LOG, 0, order.number(log.getLog()), arguments(log, all)));
			case AlertAction alert -> addAlert(alert.getAlert(), steps);
			case PushAction push -> steps.add(step(Triggers.Op.PUSH, 0, number(push)));
			case RaiseAction raise -> steps.add(step(Triggers.Op.RAISE, 0, number(raise.getEvent())));
			case CaptureAction capture -> steps.add(step(Triggers.Op.CAPTURE, 0, order.number(capture.getProfile())));
			case ScriptAction script -> steps
					.add(new Triggers.Step(Triggers.Op.SCRIPT, 0, order.number(script.getTable()), new Triggers.Number(script.getScriptId())));
			case MethodAction method -> steps
					.add(new Triggers.Step(Triggers.Op.METHOD, method.getMethod(), order.number(method.getObject()), constant(method.getParameter())));
			case SetAction set -> steps.add(new Triggers.Step(Triggers.Op.SET, set.getAttribute(), order.number(set.getObject()), constant(set.getValue())));
			default -> throw new FirmwareException(Text.of("tables have no step for %s", action.eClass().getName()));
		}
	}

	private static Triggers.Step step(Triggers.Op op, int index, int target) {
		return new Triggers.Step(op, index, target, new Triggers.NoParam());
	}

	private void addAlert(Alert alert, List<Triggers.Step> steps) {
		steps.add(step(Triggers.Op.ALERT, 0, code(alert)));
		if (alert.getPush() != null) {
			steps.add(step(Triggers.Op.PUSH, 1, meter.getPushes().indexOf(alert.getPush())));
		}
	}

	/** Returns the code of an alert. */
	static int code(Alert alert) {
		if (alert.getCode() < 0 || alert.getCode() >= Triggers.PARAM_ALERT) {
			throw new FirmwareException(Text.of("alert %s has the code %d; tables hold 0 to 65533", alert.getName(), alert.getCode()), alert);
		}
		return alert.getCode();
	}

	private int number(PushAction action) {
		int number = meter.getPushes().indexOf(action.getPush());
		if (number < 0) {
			throw new FirmwareException("a reaction sends a push that is not part of the meter");
		}
		return number;
	}

	private int number(Event event) {
		int number = meter.getEvents().indexOf(event);
		if (number < 0) {
			throw new FirmwareException(Text.of("event %s is used but not part of the meter", event.getName()), event);
		}
		return number;
	}

	private static Triggers.Param constant(Value value) {
		return value == null ? new Triggers.NoParam() : new Triggers.Constant(Axdr.encode(value));
	}

	/** Codes the arguments of a log as a structure; a single long-unsigned that is the code of the row's only alert needs no constant. */
	private static Triggers.Param arguments(LogAction log, List<Action> all) {
		if (log.getArguments().isEmpty()) {
			return new Triggers.NoParam();
		}
		Value.Structure values = new Value.Structure(log.getArguments());
		List<Integer> codes = all.stream().filter(AlertAction.class::isInstance).map(action -> code(((AlertAction) action).getAlert())).toList();
		boolean isAlert = codes.size() == 1 && values.equals(new Value.Structure(List.of(Values.longUnsigned(codes.getFirst()))));
		return isAlert ? new Triggers.AlertCode() : new Triggers.Constant(Axdr.encode(values));
	}
}
