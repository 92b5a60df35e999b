// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Action;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.PushAction;
import org.meterwright.cosem.RaiseAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.ScheduleTrigger;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.SetAction;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.Trigger;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;

/** Says triggers and steps of reactions in words, and as keys that are equal when they do the same. */
final class Reactions {
	private static final DataType ANY = new DataType.Any();
	private static final DataType DATE_TIME = DataType.valueOf("octet_date_time = octet-string(12)");

	private Reactions() {
	}

	/** Returns what a trigger waits for; what it refers to as the identity has it. */
	static Object key(Trigger trigger, Function<EObject, Object> identity) {
		return switch (trigger) {
			case EventTrigger on -> on.getEvents().stream().map(identity).toList();
			case ScheduleTrigger every -> List.copyOf(every.getTimes());
			case ThresholdTrigger when -> threshold(when, identity);
			default -> identity.apply(trigger);
		};
	}

	private static Object threshold(ThresholdTrigger when, Function<EObject, Object> identity) {
		return nullable(when.getMonitored() == null ? null : column(when.getMonitored(), identity), when.getComparison(), when.getThreshold(), when.getBackThreshold(), when.getDuration(),
				when.getBackDuration());
	}

	/** Returns what a column holds. */
	static Object column(Column column, Function<EObject, Object> identity) {
		return nullable(reference(column.getObject(), identity), column.getAttribute(), column.getDataIndex(), column.getSelection(), column.getCount());
	}

	private static Object reference(EObject element, Function<EObject, Object> identity) {
		return element == null ? null : identity.apply(element);
	}

	private static List<Object> nullable(Object... parts) {
		List<Object> all = new ArrayList<>();
		for (Object part : parts) {
			all.add(Objects.requireNonNullElse(part, ""));
		}
		return all;
	}

	/** Returns all that a reaction does. */
	static Object actions(Reaction reaction, Function<EObject, Object> identity) {
		return List.of(keys(reaction.getActions(), identity), keys(reaction.getReturnActions(), identity));
	}

	/** Returns what steps do, in order. */
	static List<Object> keys(List<Action> actions, Function<EObject, Object> identity) {
		return actions.stream().map(action -> key(action, identity)).toList();
	}

	private static Object key(Action action, Function<EObject, Object> identity) {
		return switch (action) {
			case CaptureAction capture -> nullable("capture", reference(capture.getProfile(), identity));
			case LogAction log -> nullable("log", reference(log.getLog(), identity), List.copyOf(log.getArguments()));
			case PushAction push -> nullable("push", reference(push.getPush(), identity));
			case AlertAction alert -> nullable("alert", reference(alert.getAlert(), identity));
			case RaiseAction raise -> nullable("raise", reference(raise.getEvent(), identity));
			case ScriptAction script -> nullable("run", reference(script.getTable(), identity), script.getScriptId());
			case MethodAction call -> nullable("call", reference(call.getObject(), identity), call.getMethod(), call.getParameter());
			case SetAction set -> nullable("set", reference(set.getObject(), identity), set.getAttribute(), set.getValue());
			default -> identity.apply(action);
		};
	}

	/** Says what a trigger waits for. */
	static String words(Trigger trigger, Wording wording) {
		return switch (trigger) {
			case EventTrigger on -> "on %s".formatted(on.getEvents().stream().map(References::name).collect(Collectors.joining(", ")));
			case ScheduleTrigger every -> "every %s".formatted(every.getTimes().stream().map(time -> wording.value(DATE_TIME, time)).collect(Collectors.joining(", ")));
			case ThresholdTrigger when -> threshold(when, wording);
			case null -> "never";
			default -> "on something else";
		};
	}

	private static String threshold(ThresholdTrigger when, Wording wording) {
		Column column = when.getMonitored();
		Optional<Attribute> attribute = Optional.ofNullable(column).filter(it -> it.getObject() != null).flatMap(it -> CosemObjects.attribute(it.getObject(), it.getAttribute()));
		StringBuilder words = new StringBuilder("when %s %s %s".formatted(column == null ? "nothing" : References.column(column), sign(when.getComparison()),
				value(when.getThreshold(), attribute, wording)));
		if (when.getDuration() > 0) {
			words.append(" for %d s".formatted(when.getDuration()));
		}
		if (when.getBackThreshold() != null || when.getBackDuration() > 0) {
			words.append(" until %s".formatted(value(when.getBackThreshold() == null ? when.getThreshold() : when.getBackThreshold(), attribute, wording)));
		}
		return when.getBackDuration() > 0 ? words.append(" for %d s".formatted(when.getBackDuration())).toString() : words.toString();
	}

	private static String value(Value value, Optional<Attribute> attribute, Wording wording) {
		return value == null ? "nothing" : attribute.map(it -> wording.value(it, value)).orElseGet(() -> wording.value(ANY, value));
	}

	private static String sign(Comparison comparison) {
		return switch (comparison) {
			case LESS -> "<";
			case LESS_OR_EQUAL -> "<=";
			case GREATER -> ">";
			case GREATER_OR_EQUAL -> ">=";
			case EQUAL -> "==";
		};
	}

	/** Says what a step does. */
	static String words(Action action, Wording wording) {
		return switch (action) {
			case CaptureAction capture -> "capture %s".formatted(References.name(capture.getProfile()));
			case LogAction log -> "log %s%s".formatted(References.name(log.getLog()), log.getArguments().isEmpty() ? ""
					: " with %s".formatted(log.getArguments().stream().map(value -> wording.value(ANY, value)).collect(Collectors.joining(", "))));
			case PushAction push -> "push %s".formatted(References.name(push.getPush()));
			case AlertAction alert -> "alert %s".formatted(References.name(alert.getAlert()));
			case RaiseAction raise -> "raise %s".formatted(References.name(raise.getEvent()));
			case ScriptAction script -> "run %s".formatted(script(script.getTable(), script.getScriptId()));
			case MethodAction call -> "call %s(%s)".formatted(References.method(call.getObject(), call.getMethod()), value(call.getParameter(), Optional.empty(), wording));
			case SetAction set -> "set %s = %s".formatted(References.attribute(set.getObject(), set.getAttribute()), value(set.getValue(), attribute(set), wording));
			default -> "something else";
		};
	}

	private static Optional<Attribute> attribute(SetAction set) {
		return Optional.ofNullable(set.getObject()).flatMap(object -> CosemObjects.attribute(object, set.getAttribute()));
	}

	private static String script(CosemObject table, int id) {
		String name = table == null ? "" : table.getScripts().stream().filter(script -> script.getScriptId() == id).map(References::name).findFirst().orElse("");
		return "%s.%s".formatted(References.name(table), name.isEmpty() ? "script %d".formatted(id) : name);
	}
}
