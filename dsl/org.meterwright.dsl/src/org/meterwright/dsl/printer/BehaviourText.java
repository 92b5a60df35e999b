// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.values.Naming;
import org.meterwright.dsl.values.Words;

/** Writes what happens: events, Alerts, pushes and reactions. Alerts of a companion come with it. */
final class BehaviourText {
	private static final int USUAL_VERSION = 2;

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
		all(meter.getEvents().stream().filter(event -> !isCompanions(event)).toList(), event -> Optional.empty(), this::event, page);
		all(meter.getAlerts().stream().filter(alert -> alert.getCompanion() == null && !fromCompanions.contains(alert.getName())).toList(), alert -> Optional.empty(),
				this::alert, page);
		all(meter.getAlerts().stream().filter(this::carriesMore).toList(), alert -> Optional.empty(), this::carried, page);
		all(meter.getPushes(), push -> Optional.ofNullable(push.getObject()), this::push, page);
		reactions(page);
	}

	private void reactions(Text page) {
		ReactionText reactions = new ReactionText(meter.getDevices().getFirst(), naming, this::body);
		Map<Reaction, ReactionText.Joined> joined = new LinkedHashMap<>();
		reactions.join(meter.getReactions()).forEach(each -> joined.put(each.first(), each));
		all(List.copyOf(joined.keySet()), reaction -> Optional.ofNullable(reaction.getObject()), reaction -> reactions.write(joined.get(reaction), text), page);
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

	/** Tells whether a companion alone says what an event is. */
	private boolean isCompanions(Event event) {
		return !meter.getCompanions().isEmpty() && !event.getOrigins().isEmpty()
				&& event.getOrigins().stream().allMatch(origin -> origin.kind().equals(Layer.COMPANION));
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

	/** Tells whether the meter's own text says what an Alert of a companion carries. */
	private boolean carriesMore(Alert alert) {
		boolean theirs = alert.getCompanion() != null || fromCompanions.contains(alert.getName());
		return theirs && !alert.getColumns().isEmpty() && alert.getOrigins().stream().anyMatch(origin -> !origin.kind().equals(Layer.COMPANION));
	}

	private void carried(Alert alert) {
		text.documentation(alert.getDocumentation());
		text.open("override alert %s".formatted(Series.SELF));
		text.line("carry %s".formatted(String.join(", ", alert.getColumns().stream().map(this::column).toList())));
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
		PushText told = new PushText(push);
		String partner = push.getPartner() == null ? "" : " to %s%s".formatted(name(push.getPartner().getName()), told.over());
		List<String> lines = new ArrayList<>();
		list(lines, "send", push.getColumns().stream().map(this::column).toList());
		lines.addAll(told.sugar());
		if (push.getSecurity() != null) {
			lines.add("protect %s by %s".formatted(Modes.requests(push.getProtection()), object(push.getSecurity())));
		}
		if (object != null) {
			lines.addAll(told.lines(body(object).attributes()));
		}
		String head = object == null ? "" : "%s %s".formatted(version(object), Series.LOGICAL_NAME);
		text.filled("%spush %s%s%s".formatted(object != null && object.isInternal() ? "internal " : "", Series.SELF, head, partner), lines);
	}

	/** Writes the class where it is not the usual version. */
	private static String version(CosemObject object) {
		int version = CosemObjects.version(object);
		return version == USUAL_VERSION ? "" : ": %s version %d".formatted(object.getInterfaceClass().getName(), version);
	}

	private ObjectText body(CosemObject object) {
		return bodies.get(CosemObjects.device(object).orElseGet(meter.getDevices()::getFirst));
	}
}
