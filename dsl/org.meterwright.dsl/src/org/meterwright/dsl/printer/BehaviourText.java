// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.Push;
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
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/** Writes what happens: events, Alerts, pushes and reactions. Alerts of a companion come with it. */
final class BehaviourText {
	private final Meter meter;
	private final Naming naming;
	private final Map<LogicalDevice, ObjectText> bodies;
	private final Series series;
	private final Set<String> fromCompanions = new HashSet<>();
	private Text text = new Text();

	BehaviourText(Meter meter, Naming naming, Map<LogicalDevice, ObjectText> bodies, Families families, Set<String> indexNames) {
		this.meter = meter;
		this.naming = naming;
		this.bodies = bodies;
		this.series = new Series(families, naming.words(), indexNames);
		meter.getCompanions().forEach(companion -> companion.getAlerts().forEach(alert -> fromCompanions.add(alert.getName())));
	}

	/** Writes everything that happens. */
	void write(Text page) {
		page.blank();
		all(meter.getEvents(), event -> Optional.empty(), this::event, page);
		all(meter.getAlerts().stream().filter(alert -> alert.getCompanion() == null && !fromCompanions.contains(alert.getName())).toList(), alert -> Optional.empty(),
				this::alert, page);
		all(meter.getPushes(), push -> Optional.ofNullable(push.getObject()), this::push, page);
		all(meter.getReactions(), reaction -> Optional.ofNullable(reaction.getObject()), this::reaction, page);
	}

	private <T extends Element> void all(List<T> elements, Function<T, Optional<CosemObject>> object, Consumer<T> writer, Text page) {
		series.write(elements, object, element -> {
			text = new Text();
			writer.accept(element);
			return text.toString();
		}, page);
	}

	private String name(String name) {
		return naming.words().name(name == null ? "" : name);
	}

	private void event(Event event) {
		text.documentation(event.getDocumentation());
		text.line("event %s%s from %s%s".formatted(Series.SELF, event.getCode() < 0 ? "" : " code 0x%04X".formatted(event.getCode()),
				event.getSource().getLiteral(), quoted(event.getText())));
	}

	private static String quoted(String words) {
		return words == null || words.isEmpty() ? "" : " %s".formatted(Words.quoted(words));
	}

	private void alert(Alert alert) {
		text.documentation(alert.getDocumentation());
		List<String> lines = new ArrayList<>();
		list(lines, "to", alert.getRecipients().stream().map(role -> naming.words().name(role.getName())).toList());
		list(lines, "log", alert.getLogs().stream().map(this::object).toList());
		Optional.ofNullable(alert.getPush()).ifPresent(push -> lines.add("via %s".formatted(name(push.getName()))));
		list(lines, "carry", alert.getColumns().stream().map(this::column).toList());
		if (alert.getMessage() >= 0) {
			lines.add("message 0x%04X".formatted(alert.getMessage()));
		}
		Optional.ofNullable(alert.getProtection()).ifPresent(protection -> lines.add("protect by %s".formatted(object(protection))));
		String events = alert.getEvents().isEmpty() ? "" : " on %s".formatted(String.join(", ", alert.getEvents().stream().map(event -> name(event.getName())).toList()));
		text.open("alert %s 0x%04X%s%s%s%s".formatted(Series.SELF, alert.getCode(), alert.isCritical() ? " critical" : "", alert.isAlways() ? " always" : "",
				quoted(alert.getText()), events));
		lines.forEach(text::line);
		text.close();
	}

	private static void list(List<String> lines, String word, List<String> names) {
		if (!names.isEmpty()) {
			lines.add("%s %s".formatted(word, String.join(", ", names)));
		}
	}

	private String object(CosemObject object) {
		return naming.from(meter.getDevices().getFirst(), object);
	}

	private String column(Column column) {
		String target = naming.attribute(meter.getDevices().getFirst(), column.getObject(), column.getAttribute());
		return switch (column.getSelection()) {
			case NEWEST -> "newest %s".formatted(target);
			case LAST -> "last %d %s".formatted(column.getCount(), target);
			default -> target;
		};
	}

	private void push(Push push) {
		text.documentation(push.getDocumentation());
		CosemObject object = push.getObject();
		String partner = push.getPartner() == null ? "" : " to %s%s".formatted(name(push.getPartner().getName()), new PushText(push).over());
		List<String> lines = new ArrayList<>();
		list(lines, "send", push.getColumns().stream().map(this::column).toList());
		if (push.getSecurity() != null) {
			lines.add("protect%s by %s".formatted(Modes.protection(push.getProtection()).replace(" with", ""), object(push.getSecurity())));
		}
		String head = object == null ? "" : ": %s version %d %s".formatted(object.getInterfaceClass().getName(), CosemObjects.version(object), Series.LOGICAL_NAME);
		if (object != null) {
			lines.addAll(new PushText(push).lines(new AttributeText(naming.words(), body(object).values())));
		}
		text.block("%spush %s%s%s".formatted(object != null && object.isInternal() ? "internal " : "", Series.SELF, head, partner), lines);
	}

	private ObjectText body(CosemObject object) {
		return bodies.get(CosemObjects.device(object).orElseGet(meter.getDevices()::getFirst));
	}

	private void reaction(Reaction reaction) {
		text.documentation(reaction.getDocumentation());
		CosemObject object = reaction.getObject();
		String named = reaction.getName() == null || reaction.getName().isEmpty() ? ""
				: " as %s%s%s".formatted(object != null && object.isInternal() ? "internal " : "", Series.SELF,
						object == null ? "" : " %s".formatted(Series.LOGICAL_NAME));
		String guard = reaction.getGuard() == null ? "" : " unless %s".formatted(object(reaction.getGuard()));
		text.open("%s%s%s".formatted(trigger(reaction.getTrigger()), named, guard));
		reaction.getActions().forEach(action -> text.line(action(action)));
		text.close();
		if (!reaction.getReturnActions().isEmpty()) {
			text.open("return");
			reaction.getReturnActions().forEach(action -> text.line(action(action)));
			text.close();
		}
	}

	private String trigger(Trigger trigger) {
		return switch (trigger) {
			case EventTrigger events -> "on %s".formatted(String.join(", ", events.getEvents().stream().map(event -> name(event.getName())).toList()));
			case ScheduleTrigger schedule -> "every %s".formatted(String.join(", ", schedule.getTimes().stream().map(BehaviourText::time).toList()));
			case ThresholdTrigger threshold -> threshold(threshold);
			default -> throw new IllegalArgumentException("unknown trigger %s".formatted(trigger.eClass().getName()));
		};
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
		return "when %s %s %s%s%s%s".formatted(column(monitored), operator(trigger.getComparison()), value(monitored, trigger.getThreshold()),
				duration(trigger.getDuration()), back, back.isEmpty() ? "" : duration(trigger.getBackDuration()));
	}

	private String value(Column column, Value value) {
		return body(column.getObject()).value(column.getObject(), column.getAttribute(), value);
	}

	private static String duration(long seconds) {
		return seconds == 0 ? "" : " for %d s".formatted(seconds);
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

	private String action(Action action) {
		return switch (action) {
			case CaptureAction it -> "capture %s".formatted(object(it.getProfile()));
			case LogAction it -> "log %s%s".formatted(object(it.getLog()), it.getArguments().isEmpty() ? "" : " with %s".formatted(arguments(it)));
			case PushAction it -> "push %s".formatted(name(it.getPush().getName()));
			case AlertAction it -> "alert %s".formatted(name(it.getAlert().getName()));
			case RaiseAction it -> "raise %s".formatted(name(it.getEvent().getName()));
			case ScriptAction it -> "run %s.%s".formatted(object(it.getTable()), script(it));
			case MethodAction it -> method(it);
			case SetAction it -> "set %s = %s".formatted(naming.attribute(meter.getDevices().getFirst(), it.getObject(), it.getAttribute()),
					body(it.getObject()).value(it.getObject(), it.getAttribute(), it.getValue()));
			default -> throw new IllegalArgumentException("unknown action %s".formatted(action.eClass().getName()));
		};
	}

	private String arguments(LogAction action) {
		ValueText values = body(action.getLog()).values();
		return String.join(", ", action.getArguments().stream().map(value -> values.text(new DataType.Any(), value)).toList());
	}

	private static String script(ScriptAction action) {
		return action.getTable().getScripts().stream().filter(script -> script.getScriptId() == action.getScriptId()).findFirst().map(script -> script.getName())
				.orElse(Integer.toString(action.getScriptId()));
	}

	private String method(MethodAction action) {
		String parameter = action.getParameter() == null ? "" : CosemObjects.method(action.getObject().getInterfaceClass(), action.getMethod())
				.map(method -> body(action.getObject()).values().text(method.getParameter() == null ? new DataType.Any() : method.getParameter(), action.getParameter()))
				.orElse("");
		return "call %s(%s)".formatted(naming.method(meter.getDevices().getFirst(), action.getObject(), action.getMethod()), parameter);
	}
}
