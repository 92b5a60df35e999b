// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.LogicalDevice;
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
import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.sugar.LogColumns;
import org.meterwright.dsl.values.Naming;

/**
 * Writes reactions. What a log records without being told, the logs that an Alert brings, and the name that a reaction gets by itself are
 * left out; events that are treated alike share a reaction.
 */
final class ReactionText {
	/** Reactions that one text makes: one for each event where the log records its code. */
	record Joined(List<Reaction> reactions) {
		Reaction first() {
			return reactions.getFirst();
		}
	}

	private final LogicalDevice home;
	private final Naming naming;
	private final Function<CosemObject, ObjectText> bodies;
	private final LogColumns columns = new LogColumns();
	private final Map<String, Integer> unnamed = new HashMap<>();

	ReactionText(LogicalDevice home, Naming naming, Function<CosemObject, ObjectText> bodies) {
		this.home = home;
		this.naming = naming;
		this.bodies = bodies;
	}

	/** Joins reactions that follow one another and differ in their event, its code and the name that follows from it. */
	List<Joined> join(List<Reaction> reactions) {
		List<Joined> all = new ArrayList<>();
		for (int i = 0; i < reactions.size();) {
			int end = i + 1;
			while (end < reactions.size() && belongs(reactions.get(i), reactions.get(end))) {
				end++;
			}
			all.add(new Joined(List.copyOf(reactions.subList(i, end))));
			i = end;
		}
		return all;
	}

	private boolean belongs(Reaction first, Reaction next) {
		Optional<Event> one = onlyEvent(first);
		Optional<Event> other = onlyEvent(next);
		return one.isPresent() && other.isPresent() && next.getName() != null && next.getName().equals("%s_%s".formatted(first.getName(), other.get().getName()))
				&& dependsOnEvent(first) && dependsOnEvent(next) && first.getGuard() == next.getGuard() && body(first).equals(body(next))
				&& String.valueOf(first.getDocumentation()).equals(String.valueOf(next.getDocumentation()));
	}

	private static Optional<Event> onlyEvent(Reaction reaction) {
		return reaction.getTrigger() instanceof EventTrigger on && on.getEvents().size() == 1 && reaction.getReturnActions().isEmpty() ? Optional.of(on.getEvents().getFirst())
				: Optional.empty();
	}

	/** Tells whether a log is written with the event's code. */
	private boolean dependsOnEvent(Reaction reaction) {
		int code = code(reaction.getTrigger());
		return reaction.getActions().stream().anyMatch(action -> action instanceof LogAction log && bare(log, code));
	}

	private List<String> body(Reaction reaction) {
		return actions(reaction, reaction.getActions());
	}

	/** Writes a reaction; its own name and the logical name of its object stand as {@link Series} wants them. */
	void write(Joined joined, Text text) {
		Reaction reaction = joined.first();
		text.documentation(reaction.getDocumentation());
		String guard = reaction.getGuard() == null ? "" : " unless %s".formatted(object(reaction.getGuard()));
		String head = "%s%s%s".formatted(trigger(joined), name(reaction), guard);
		List<String> back = actions(reaction, reaction.getReturnActions());
		if (back.isEmpty()) {
			text.filled(head, body(reaction));
			return;
		}
		text.open(head);
		body(reaction).forEach(text::line);
		text.close();
		text.open("return");
		back.forEach(text::line);
		text.close();
	}

	/** Returns what names a reaction; nothing for a name that it has by itself. */
	private String name(Reaction reaction) {
		CosemObject object = reaction.getObject();
		if (reaction.getName() == null || reaction.getName().isEmpty()) {
			return "";
		}
		if (object == null && reaction.getTrigger() instanceof EventTrigger on && !on.getEvents().isEmpty()) {
			String base = "on_%s".formatted(on.getEvents().getFirst().getName().replaceAll("\\[.*", ""));
			int count = unnamed.getOrDefault(base, 0) + 1;
			if (reaction.getName().equals(count == 1 ? base : "%s_%d".formatted(base, count))) {
				unnamed.put(base, count);
				return "";
			}
		}
		return " as %s%s%s".formatted(object != null && object.isInternal() ? "internal " : "", Series.SELF, object == null ? "" : " %s".formatted(Series.LOGICAL_NAME));
	}

	private String trigger(Joined joined) {
		return switch (joined.first().getTrigger()) {
			case EventTrigger events -> "on %s".formatted(String.join(", ", joined.reactions().stream().flatMap(reaction -> ((EventTrigger) reaction.getTrigger()).getEvents().stream())
					.map(event -> name(event.getName())).toList()));
			case ScheduleTrigger schedule -> "every %s".formatted(String.join(", ", schedule.getTimes().stream().map(ReactionText::time).toList()));
			case ThresholdTrigger threshold -> threshold(threshold);
			case Trigger other -> throw new IllegalArgumentException("unknown trigger %s".formatted(other.eClass().getName()));
		};
	}

	private String name(String name) {
		return naming.words().name(name == null ? "" : name);
	}

	private String object(CosemObject object) {
		return naming.from(home, object);
	}

	private static String time(Value value) {
		return switch (value) {
			case Value.Octets octets -> CosemDateTime.print(DataTag.DATE_TIME, octets.bytes()).orElse("*-*-* *:*:*");
			case Value.Temporal temporal -> CosemDateTime.print(temporal.tag(), temporal.bytes()).orElse("*-*-* *:*:*");
			default -> "*-*-* *:*:*";
		};
	}

	private String threshold(ThresholdTrigger trigger) {
		Column monitored = trigger.getMonitored();
		String back = trigger.getBackThreshold() == null ? "" : " until %s".formatted(value(monitored, trigger.getBackThreshold()));
		return "when %s %s %s%s%s%s".formatted(naming.attribute(home, monitored.getObject(), monitored.getAttribute()), operator(trigger.getComparison()),
				value(monitored, trigger.getThreshold()), duration(trigger.getDuration()), back, back.isEmpty() ? "" : duration(trigger.getBackDuration()));
	}

	private String value(Column column, Value value) {
		return bodies.apply(column.getObject()).value(column.getObject(), column.getAttribute(), value);
	}

	private static String duration(long seconds) {
		return seconds == 0 ? "" : " for %s".formatted(Quantities.seconds(seconds));
	}

	private static String operator(Comparison comparison) {
		return switch (comparison) {
			case LESS -> "<";
			case LESS_OR_EQUAL -> "<=";
			case GREATER -> ">";
			case GREATER_OR_EQUAL -> ">=";
			case EQUAL -> "==";
		};
	}

	private static int code(Trigger trigger) {
		return trigger instanceof EventTrigger on ? on.getEvents().stream().mapToInt(Event::getCode).filter(each -> each >= 0).findFirst().orElse(-1) : -1;
	}

	private boolean bare(LogAction log, int code) {
		return log.getArguments().equals(columns.code(log.getLog(), code));
	}

	/** Writes actions, without the logs that an Alert brings by itself just before it. */
	private List<String> actions(Reaction reaction, List<Action> actions) {
		int code = code(reaction.getTrigger());
		List<Action> written = new ArrayList<>(actions);
		for (int i = 0; i < written.size(); i++) {
			if (written.get(i) instanceof AlertAction alert) {
				i = withoutBrought(written, i, alert.getAlert(), code);
			}
		}
		return written.stream().map(action -> action(action, code)).toList();
	}

	/** Removes what an Alert brings and returns where the Alert stands then. */
	private int withoutBrought(List<Action> actions, int at, Alert alert, int code) {
		int from = at;
		while (from > 0 && actions.get(from - 1) instanceof LogAction log && alert.getLogs().contains(log.getLog())
				&& log.getArguments().equals(columns.code(log.getLog(), code < 0 ? alert.getCode() : code))) {
			from--;
		}
		for (int start = from; start < at; start++) {
			List<CosemObject> brought = actions.subList(start, at).stream().map(action -> ((LogAction) action).getLog()).toList();
			List<Action> others = new ArrayList<>(actions.subList(0, start));
			others.addAll(actions.subList(at, actions.size()));
			List<CosemObject> logged = others.stream().filter(LogAction.class::isInstance).map(action -> ((LogAction) action).getLog()).toList();
			if (alert.getLogs().stream().filter(log -> !logged.contains(log)).toList().equals(brought)) {
				actions.subList(start, at).clear();
				return start;
			}
		}
		return at;
	}

	private String action(Action action, int code) {
		return switch (action) {
			case CaptureAction it -> "capture %s".formatted(object(it.getProfile()));
			case LogAction it -> "log %s%s".formatted(object(it.getLog()), bare(it, code) ? "" : " with %s".formatted(arguments(it)));
			case PushAction it -> "push %s".formatted(name(it.getPush().getName()));
			case AlertAction it -> "alert %s".formatted(name(it.getAlert().getName()));
			case RaiseAction it -> "raise %s".formatted(name(it.getEvent().getName()));
			case ScriptAction it -> "run %s.%s".formatted(object(it.getTable()), script(it));
			case MethodAction it -> method(it);
			case SetAction it -> "set %s = %s".formatted(naming.attribute(home, it.getObject(), it.getAttribute()),
					bodies.apply(it.getObject()).value(it.getObject(), it.getAttribute(), it.getValue()));
			default -> throw new IllegalArgumentException("unknown action %s".formatted(action.eClass().getName()));
		};
	}

	private String arguments(LogAction action) {
		List<Attribute> stored = columns.of(action.getLog());
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < action.getArguments().size(); i++) {
			Value value = action.getArguments().get(i);
			boolean known = i < stored.size() && TypeCheck.fits(stored.get(i).getType(), value);
			texts.add(bodies.apply(action.getLog()).values().text(known ? stored.get(i).getType() : new DataType.Any(), value));
		}
		return String.join(", ", texts);
	}

	private static String script(ScriptAction action) {
		return action.getTable().getScripts().stream().filter(script -> script.getScriptId() == action.getScriptId()).findFirst().map(script -> script.getName())
				.orElse(Integer.toString(action.getScriptId()));
	}

	private String method(MethodAction action) {
		String parameter = action.getParameter() == null ? "" : CosemObjects.method(action.getObject().getInterfaceClass(), action.getMethod())
				.filter(method -> method.getParameter() != null)
				.map(method -> bodies.apply(action.getObject()).values().text(method.getParameter(), action.getParameter())).orElse("");
		return "call %s(%s)".formatted(naming.method(home, action.getObject(), action.getMethod()), parameter);
	}
}
