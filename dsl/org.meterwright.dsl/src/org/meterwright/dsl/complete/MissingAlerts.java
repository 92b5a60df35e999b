// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.LogLine;
import org.meterwright.dsl.elaborate.Items;
import org.meterwright.rules.area.Logged;

/**
 * What raises the Alerts that companions mandate and nothing in the meter raises: an event of the firmware's, which is logged where the companion says, and
 * objects for what the Alert must carry.
 */
final class MissingAlerts {
	/** Value group C of what belongs to the maker alone. */
	private static final int MAKERS_GROUP = 128;

	private final Inventory inventory;
	private final Meter meter;
	private final Map<String, List<String>> logs = new LinkedHashMap<>();
	private final Set<Integer> taken;

	MissingAlerts(Inventory inventory, Items items) {
		this.inventory = inventory;
		meter = inventory.meter();
		taken = meter.getDevices().stream().flatMap(device -> device.getObjects().stream()).map(object -> object.getLogicalName()).filter(name -> name.c() == MAKERS_GROUP && name.d() == 0)
				.map(LogicalName::e).collect(Collectors.toCollection(HashSet::new));
		items.of(AlertDecl.class).forEach(entry -> logs.put(entry.node().getName(), entry.node().getItems().stream().filter(LogLine.class::isInstance)
				.flatMap(line -> ((LogLine) line).getLogs().stream()).map(log -> log.getSegments().getFirst().getName()).toList()));
	}

	/** Returns the declarations, each with its line ends. */
	List<String> texts(Predicate<String> wanted) {
		Set<Alert> raised = meter.getReactions().stream().flatMap(reaction -> Stream.concat(reaction.getActions().stream(), reaction.getReturnActions().stream()))
				.filter(AlertAction.class::isInstance).map(action -> ((AlertAction) action).getAlert()).collect(Collectors.toSet());
		Set<Integer> codes = raised.stream().map(Alert::getCode).collect(Collectors.toSet());
		Set<Integer> logged = Logged.codes(meter);
		List<String> texts = new ArrayList<>();
		for (Alert alert : meter.getCompanions().stream().flatMap(companion -> companion.getAlerts().stream()).filter(each -> wanted.test(each.getName())).toList()) {
			boolean sent = alert.isAlways() || alert.getPresence() == Presence.MANDATED && alert.getSides().contains(Side.WAN);
			List<String> places = logs(alert);
			boolean kept = !sent && alert.getPresence() == Presence.MANDATED && !places.isEmpty() && !logged.contains(alert.getCode());
			if (sent && !codes.contains(alert.getCode()) || kept) {
				texts.add(text(alert, places, sent));
			}
		}
		return texts;
	}

	private List<String> logs(Alert alert) {
		return logs.getOrDefault(alert.getName(), List.of()).stream().flatMap(log -> Inventory.requirements(meter).filter(each -> Inventory.stem(each).equals(log)).limit(1))
				.map((Requirement each) -> inventory.reference(Inventory.place(each))).flatMap(Optional::stream).toList();
	}

	private String text(Alert alert, List<String> places, boolean sent) {
		Optional<String> there = meter.getEvents().stream().filter(event -> event.getCode() == alert.getCode()).map(Event::getName).findFirst();
		String event = there.orElse(alert.getName());
		String declaration = there.isPresent() ? "" : "  event %s code 0x%04X from firmware \"%s\"\n".formatted(event, alert.getCode(),
				alert.getText() == null ? alert.getName() : alert.getText().replace("\\", "\\\\").replace("\"", "\\\""));
		List<String> steps = new ArrayList<>(places.stream().map("log %s"::formatted).toList());
		if (sent) {
			steps.add("alert %s".formatted(alert.getName()));
		}
		return "%s%s  on %s {\n    %s\n  }\n".formatted(declaration, sent ? contents(alert) : "", event, String.join("\n    ", steps));
	}

	/** Returns objects of the meter's own that hold what an Alert must carry, where it carries nothing yet. */
	private String contents(Alert alert) {
		boolean carries = meter.getAlerts().stream().anyMatch(own -> own.getCode() == alert.getCode() && !own.getColumns().isEmpty());
		if (alert.getPayload() == null || carries) {
			return "";
		}
		List<DataType.Field> parts = alert.getPayload().bare() instanceof DataType.StructureOf structure ? structure.fields() : List.of(new DataType.Field("content", alert.getPayload()));
		StringBuilder text = new StringBuilder();
		List<String> columns = new ArrayList<>();
		for (DataType.Field part : parts) {
			String name = "%s%s%s".formatted(alert.getName(), part.name().substring(0, 1).toUpperCase(Locale.ROOT), part.name().substring(1));
			text.append("  internal %s: Data 0-0:%d.0.%d*255 { value: %s in ram }\n".formatted(name, MAKERS_GROUP, Numbers.take(taken, 1), TypeNotation.brief(part.type())));
			columns.add("%s.value".formatted(name));
		}
		return text.append("  override alert %s { carry %s }\n".formatted(alert.getName(), String.join(", ", columns))).toString();
	}
}
