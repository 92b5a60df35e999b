// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.PushAction;
import org.meterwright.cosem.RaiseAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.ScheduleTrigger;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.SetAction;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.Trigger;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.words.TimeWords;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;
import org.meterwright.views.flow.FlowNode.Kind;

/** Reads from a meter what happens after what, and where that breaks. */
public final class FlowReader {
	private final Meter meter;
	private final Map<EObject, List<String>> findings = new IdentityHashMap<>();
	private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
	private final Set<FlowEdge> edges = new LinkedHashSet<>();

	private FlowReader(CompiledMeter compiled) {
		meter = compiled.model();
		for (Finding finding : compiled.findings()) {
			if (finding.accepted().isEmpty() && finding.severity() != Severity.INFO) {
				finding.subject().ifPresent(subject -> findings.computeIfAbsent(subject, key -> new ArrayList<>(1)).add(finding.message()));
			}
		}
	}

	/** Reads a meter. */
	public static FlowGraph of(CompiledMeter compiled) {
		return new FlowReader(compiled).read();
	}

	private FlowGraph read() {
		meter.getEvents().forEach(this::event);
		meter.getReactions().forEach(this::reaction);
		meter.getAlerts().forEach(this::alert);
		meter.getPushes().forEach(this::push);
		return new FlowGraph(nodes.values().stream().map(this::withLooseEnds).toList(), List.copyOf(edges));
	}

	/** Adds what can be seen from the drawing alone: events that nothing follows, Alerts that nothing raises. */
	private FlowNode withLooseEnds(FlowNode node) {
		boolean follows = edges.stream().anyMatch(edge -> edge.from().equals(node.key()));
		boolean leads = edges.stream().anyMatch(edge -> edge.to().equals(node.key()));
		List<String> problems = new ArrayList<>(node.problems());
		if (node.kind() == Kind.EVENT && !follows && problems.isEmpty()) {
			problems.add("nothing follows this event");
		}
		if ((node.kind() == Kind.ALERT || node.kind() == Kind.PUSH) && !leads && problems.isEmpty()) {
			problems.add(node.kind() == Kind.ALERT ? "nothing raises this Alert" : "nothing sends this push");
		}
		return new FlowNode(node.key(), node.kind(), node.label(), node.detail(), node.place(), problems);
	}

	private String node(Kind kind, String label, String detail, Optional<? extends Element> element, Collection<String> problems) {
		String key = "%s %s".formatted(kind.word(), label);
		nodes.computeIfAbsent(key, none -> new FlowNode(key, kind, label, detail, element.flatMap(it -> it.getOrigins().stream().findFirst()),
				problems.stream().distinct().toList()));
		return key;
	}

	private List<String> problems(Element element) {
		return findings.getOrDefault(element, List.of());
	}

	private String event(Event event) {
		String code = event.getCode() < 0 ? "" : "0x%04X ".formatted(event.getCode());
		return node(Kind.EVENT, event.getName(), (code + (event.getText() == null ? "" : event.getText())).strip(), Optional.of(event), problems(event));
	}

	private void reaction(Reaction reaction) {
		List<String> from = triggers(reaction);
		for (String start : from) {
			reaction.getActions().forEach(action -> edges.add(new FlowEdge(start, action(action), guard(reaction))));
			reaction.getReturnActions().forEach(action -> edges.add(new FlowEdge(start, action(action), "when it is over")));
		}
	}

	private static String guard(Reaction reaction) {
		return reaction.getGuard() == null ? "" : "unless %s".formatted(reaction.getGuard().getName());
	}

	private List<String> triggers(Reaction reaction) {
		Trigger trigger = reaction.getTrigger();
		return switch (trigger) {
			case EventTrigger events -> events.getEvents().stream().map(this::event).toList();
			case ScheduleTrigger times -> List.of(node(Kind.SCHEDULE, name(reaction), times.getTimes().stream().map(FlowReader::time).collect(Collectors.joining("; ")),
					Optional.of(reaction), problems(reaction)));
			case ThresholdTrigger threshold -> List.of(node(Kind.CONDITION, name(reaction), condition(threshold), Optional.of(reaction), problems(reaction)));
			case null, default -> List.of();
		};
	}

	private static String name(Reaction reaction) {
		if (reaction.getObject() != null && reaction.getObject().getName() != null) {
			return reaction.getObject().getName();
		}
		return reaction.getName() == null ? "reaction" : reaction.getName();
	}

	private static String time(Value value) {
		return value instanceof Value.Octets octets ? words(octets.bytes()) : value instanceof Value.Temporal time ? words(time.bytes()) : value.toString();
	}

	private static String words(Bytes octets) {
		return TimeWords.of(DataTag.DATE_TIME, octets).orElse(octets.hex());
	}

	private static String condition(ThresholdTrigger threshold) {
		String sign = switch (threshold.getComparison()) {
			case LESS -> "<";
			case LESS_OR_EQUAL -> "<=";
			case GREATER -> ">";
			case GREATER_OR_EQUAL -> ">=";
			case EQUAL -> "==";
		};
		CosemObject object = threshold.getMonitored() == null ? null : threshold.getMonitored().getObject();
		if (object == null) {
			return "";
		}
		Optional<String> amount = CosemObjects.attribute(object, threshold.getMonitored().getAttribute()).filter(it -> threshold.getThreshold() != null)
				.map(it -> ValueWords.alone().text(it, threshold.getThreshold()));
		String duration = threshold.getDuration() > 0 ? " for %d s".formatted(threshold.getDuration()) : "";
		return "%s %s %s%s".formatted(object.getName(), sign, amount.orElse("?"), duration);
	}

	private String action(Action action) {
		return switch (action) {
			case LogAction log -> log(log.getLog());
			case CaptureAction capture -> log(capture.getProfile());
			case PushAction push -> push(push.getPush());
			case AlertAction alert -> alert(alert.getAlert());
			case RaiseAction raise -> event(raise.getEvent());
			case ScriptAction script -> script(script);
			case MethodAction method -> node(Kind.SCRIPT, "%s.%s".formatted(method.getObject().getName(), CosemObjects.method(method.getObject().getInterfaceClass(), method.getMethod())
					.map(Element::getName).orElse("method %d".formatted(method.getMethod()))), "call", Optional.of(method.getObject()), List.of());
			case SetAction set -> node(Kind.SCRIPT, "%s.%s".formatted(set.getObject().getName(), CosemObjects.attribute(set.getObject(), set.getAttribute())
					.map(it -> it.getDefinition().getName()).orElse("attribute %d".formatted(set.getAttribute()))), "set", Optional.of(set.getObject()), List.of());
			default -> throw new IllegalStateException(action.eClass().getName());
		};
	}

	private String log(CosemObject profile) {
		return node(Kind.LOG, profile.getName(), String.valueOf(profile.getLogicalName()), Optional.of(profile), problems(profile));
	}

	private String script(ScriptAction action) {
		String name = action.getTable().getScripts().stream().filter(each -> each.getScriptId() == action.getScriptId()).map(Element::getName).findFirst()
				.orElse("script %d".formatted(action.getScriptId()));
		return node(Kind.SCRIPT, "%s.%s".formatted(action.getTable().getName(), name), "script %d".formatted(action.getScriptId()), Optional.of(action.getTable()),
				problems(action.getTable()));
	}

	private String alert(Alert alert) {
		String key = "%s %s".formatted(Kind.ALERT.word(), alert.getName());
		if (nodes.containsKey(key)) {
			return key;
		}
		node(Kind.ALERT, alert.getName(), "0x%04X %s".formatted(alert.getCode(), alert.getText() == null ? "" : alert.getText()).strip(), Optional.of(alert), problems(alert));
		alert.getLogs().forEach(log -> edges.add(new FlowEdge(key, log(log), "first")));
		if (alert.getPush() != null) {
			edges.add(new FlowEdge(key, push(alert.getPush()), ""));
		}
		alert.getRecipients().forEach(role -> edges.add(new FlowEdge(key, role(role), "")));
		return key;
	}

	private String role(Role role) {
		List<Association> associations = meter.getDevices().stream().flatMap(device -> device.getAssociations().stream()).filter(each -> each.getRole() == role).toList();
		if (associations.isEmpty()) {
			return node(Kind.DESTINATION, role.getName(), "", Optional.of(role), List.of("no association is for %s: the Alert reaches nobody".formatted(role.getName())));
		}
		return destination(associations.getFirst(), role.getName());
	}

	private String destination(Association association, String role) {
		return node(Kind.DESTINATION, association.getName(), "client %d%s".formatted(association.getClientSap(), role.isEmpty() ? "" : ", %s".formatted(role)), Optional.of(association),
				List.of());
	}

	private String push(Push push) {
		String key = "%s %s".formatted(Kind.PUSH.word(), push.getName());
		if (nodes.containsKey(key)) {
			return key;
		}
		List<String> problems = new ArrayList<>(problems(push));
		if (push.getObject() != null) {
			problems.addAll(problems(push.getObject()));
		}
		if (push.getPartner() == null) {
			problems.add("the push goes to nobody: write to and an association behind its name");
		}
		node(Kind.PUSH, push.getName(), "%d column%s".formatted(push.getColumns().size(), push.getColumns().size() == 1 ? "" : "s"), Optional.of(push), problems);
		if (push.getPartner() != null) {
			Role role = push.getPartner().getRole();
			edges.add(new FlowEdge(key, destination(push.getPartner(), role == null ? "" : role.getName()), ""));
		}
		return key;
	}
}
