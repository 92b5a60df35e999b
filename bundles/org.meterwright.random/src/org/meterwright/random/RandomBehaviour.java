// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventSource;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.Trigger;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Events, Alerts, pushes and reactions. */
final class RandomBehaviour {
	private static final int PUSH_SETUP = 40;
	private static final int PROFILE_GENERIC = 7;

	private final Chance chance;
	private final RandomNames names;
	private final RandomValues values;
	private final MeterBuilder meter;
	private final List<Role> roles;
	private final List<Event> events = new ArrayList<>();
	private final List<Alert> alerts = new ArrayList<>();
	private final List<Push> pushes = new ArrayList<>();
	private List<CosemObject> objects = List.of();
	private CosemObject log;

	RandomBehaviour(Chance chance, RandomNames names, RandomValues values, MeterBuilder meter, List<Role> roles) {
		this.chance = chance;
		this.names = names;
		this.values = values;
		this.meter = meter;
		this.roles = roles;
	}

	/** Adds what happens. Everything is about the management device: references of COSEM stay in their device. */
	void add(List<RandomObjects> devices, RandomRights.Classes classes) {
		RandomObjects home = devices.getFirst();
		objects = List.copyOf(home.known());
		log(home, classes);
		for (int i = chance.below(4); i > 0; i--) {
			event(names.fresh());
		}
		eventFamily();
		for (Association association : home.builder().device().getAssociations()) {
			if (chance.percent(60)) {
				push(home, association, classes);
			}
		}
		for (int i = chance.below(3); i > 0; i--) {
			alert();
		}
		for (int i = chance.below(6); i > 0; i--) {
			reaction(home, classes);
		}
	}

	/** Makes a log that records a code. */
	private void log(RandomObjects home, RandomRights.Classes classes) {
		CosemObject code = home.builder().object(names.fresh(), classes.get(1, 0), home.free(0, 96), object -> object.ram(2, "long-unsigned"));
		Value column = new AttributeReference(1, code.getLogicalName(), 2).captureObject();
		log = home.builder().object(names.fresh(), classes.get(PROFILE_GENERIC, 1), home.free(0, 99), object -> object.rom(3, Values.array(column)));
	}

	private void event(String name) {
		Event event = meter.event(name, chance.one(-1, 0, 40, chance.below(65_536)), chance.one(EventSource.values()));
		event.setText(chance.one(null, "Cover opened", "a \"b\" \\"));
		event.setDocumentation(chance.percent(15) ? "Happens now and then" : null);
		events.add(event);
	}

	private void eventFamily() {
		if (chance.percent(30)) {
			String base = names.fresh();
			int code = chance.one(-1, 7);
			for (int i = 1; i <= chance.between(2, 4); i++) {
				events.add(meter.event("%s[%d]".formatted(base, i), code, EventSource.METER));
			}
		}
	}

	private void push(RandomObjects home, Association partner, RandomRights.Classes classes) {
		String name = names.fresh();
		CosemObject object = home.builder().object(name, classes.get(PUSH_SETUP, chance.below(3)), home.free(0, 25), made -> made.generated());
		List<CosemObject> setups = objects.stream().filter(each -> CosemObjects.classId(each) == 64).toList();
		Push push = meter.push(name, object, partner, made -> {
			for (int i = chance.below(4); i > 0; i--) {
				made.getColumns().add(column());
			}
			made.setAddressed(chance.percent(60));
			made.setDocumentation(chance.percent(15) ? "To whom it may concern" : null);
		});
		object.setInternal(chance.percent(20));
		fill(push, setups);
		pushes.add(push);
	}

	private void fill(Push push, List<CosemObject> setups) {
		CosemObject object = push.getObject();
		object.getAttributes().stream().filter(attribute -> attribute.getDefinition().getIndex() > 3).forEach(this::any);
		String address = push.isAddressed() ? chance.one("", "[fd00::1]:4059", "10.0.0.1") : "";
		rom(object, 3, Values.structure(Values.enumerated(push.isAddressed() ? chance.one(0, 1, 2) : 0), new Value.Octets(Bytes.of(address.getBytes(StandardCharsets.US_ASCII))),
				Values.enumerated(0)));
		if (chance.percent(70)) {
			rom(object, 8, Values.logicalName("0-0:0.0.0*0"));
			rom(object, 9, Values.integer(push.getPartner().getClientSap()));
		}
		if (chance.percent(70)) {
			usual(object);
		}
		if (!setups.isEmpty() && chance.percent(60)) {
			push.setSecurity(chance.of(setups));
			push.setProtection(chance.between(1, 7) * AccessModes.AUTHENTICATED_REQUEST);
		}
	}

	private void any(Attribute attribute) {
		DataType type = new RandomTypes(chance).narrowed(attribute.getDefinition().getType());
		attribute.setType(type);
		attribute.setStorage(chance.one(Storage.ROM, Storage.NVM));
		attribute.setValue(values.of(type).orElse(null));
	}

	private void usual(CosemObject object) {
		int version = CosemObjects.version(object);
		int seconds = chance.one(0, 60, 90, 3600, 65_535);
		rom(object, 5, Values.longUnsigned(chance.one(0, 1, 600, 3600)));
		rom(object, 6, Values.unsigned(chance.below(256)));
		rom(object, 7, version < 2 ? Values.longUnsigned(seconds) : Values.structure(Values.longUnsigned(seconds), Values.longUnsigned(chance.one(100, 100, 150)), Values.longUnsigned(seconds)));
	}

	private static void rom(CosemObject object, int index, Value value) {
		CosemObjects.attribute(object, index).ifPresent(attribute -> {
			attribute.setStorage(Storage.ROM);
			attribute.setValue(value);
			attribute.setType(Narrowing.byValue(attribute.getDefinition().getType(), value));
		});
	}

	private Column column() {
		CosemObject object = chance.of(objects);
		Column column = Triggers.column(object, chance.of(object.getAttributes()).getDefinition().getIndex());
		if (CosemObjects.classId(object) == PROFILE_GENERIC && column.getAttribute() == 2 && chance.percent(70)) {
			column.setSelection(chance.one(Selection.NEWEST, Selection.LAST));
			column.setCount(column.getSelection() == Selection.LAST ? chance.between(1, 9) : 0);
		}
		return column;
	}

	private void alert() {
		alerts.add(meter.alert(names.fresh(), chance.below(65_536), alert -> {
			alert.setCritical(chance.percent(50));
			alert.setAlways(chance.percent(50));
			alert.setText(chance.one(null, "Cover opened", "\"x\""));
			alert.setMessage(chance.one(-1, 0x61));
			alert.getRecipients().addAll(chance.some(roles, 2));
			alert.getEvents().addAll(chance.some(events, 2));
			alert.getColumns().addAll(IntStream.range(0, chance.below(3)).mapToObj(i -> column()).toList());
			alert.setDocumentation(chance.percent(15) ? "Raised when it must be" : null);
			if (!pushes.isEmpty() && chance.percent(50)) {
				alert.setPush(chance.of(pushes));
			}
			objects.stream().filter(each -> CosemObjects.classId(each) == 30).findFirst().ifPresent(alert::setProtection);
		}));
	}

	private void reaction(RandomObjects home, RandomRights.Classes classes) {
		Optional<Trigger> trigger = switch (chance.below(3)) {
			case 0 -> events.isEmpty() ? Optional.empty() : Optional.of(Triggers.on(chance.some(events, 3).toArray(Event[]::new)));
			case 1 -> Optional.of(Triggers.every(IntStream.range(0, chance.between(1, 3)).mapToObj(i -> time()).toArray(String[]::new)));
			default -> threshold();
		};
		if (trigger.isEmpty() || trigger.get() instanceof EventTrigger on && on.getEvents().isEmpty()) {
			return;
		}
		int classId = classId(trigger.get());
		List<Action> actions = actions(trigger.get());
		String name = names.fresh();
		Reaction reaction = meter.reaction(name, trigger.get(), actions.toArray(Action[]::new));
		reaction.setDocumentation(chance.percent(15) ? "Why it does so" : null);
		if (trigger.get() instanceof ThresholdTrigger && chance.percent(50)) {
			reaction.getReturnActions().addAll(actions(trigger.get()));
		}
		List<CosemObject> schedules = objects.stream().filter(each -> CosemObjects.classId(each) == 10).toList();
		if (!schedules.isEmpty() && chance.percent(50)) {
			reaction.setGuard(chance.of(schedules));
		}
		if (classId > 0) {
			CosemObject object = home.builder().object(name, classes.get(classId, 0), home.free(0, classId == 22 ? 15 : 16), made -> made.generated());
			object.setInternal(chance.percent(30));
			reaction.setObject(object);
		}
	}

	private String time() {
		return "%s %s".formatted(chance.one("*-*-*", "*-*-01", "*-12-25", "2026-11-22", "*-*-last@sun"), chance.one("00:00:00", "12:30:00", "*:15:00"));
	}

	private static int classId(Trigger trigger) {
		return switch (trigger) {
			case EventTrigger on -> 0;
			case ThresholdTrigger threshold when threshold.getComparison() == Comparison.EQUAL -> 0;
			case ThresholdTrigger threshold when threshold.getDuration() > 0 || threshold.getBackDuration() > 0 -> 71;
			case ThresholdTrigger threshold -> 21;
			default -> 22;
		};
	}

	private Optional<Trigger> threshold() {
		List<Attribute> numbers = objects.stream().flatMap(object -> object.getAttributes().stream())
				.filter(attribute -> attribute.getType() instanceof DataType.Simple simple && simple.tag().isInteger() && simple.tag() != DataTag.ENUM && simple.tag() != DataTag.BCD).toList();
		if (numbers.isEmpty()) {
			return Optional.empty();
		}
		Attribute attribute = chance.of(numbers);
		return values.of(attribute.getType()).map(value -> {
			ThresholdTrigger trigger = Triggers.when((CosemObject) attribute.eContainer(), CosemObjects.index(attribute), chance.one(Comparison.values()), value);
			if (trigger.getComparison() != Comparison.EQUAL && chance.percent(40)) {
				trigger.setBackThreshold(value);
			}
			if (trigger.getComparison() != Comparison.EQUAL && chance.percent(40)) {
				trigger.setDuration(chance.one(1, 60, 300, 86_400));
				trigger.setBackDuration(trigger.getBackThreshold() == null ? 0 : chance.one(0, 60, 7200));
			}
			return trigger;
		});
	}

	private List<Action> actions(Trigger trigger) {
		List<Action> actions = new ArrayList<>();
		if (chance.percent(60)) {
			int code = trigger instanceof EventTrigger on && on.getEvents().size() == 1 ? on.getEvents().getFirst().getCode() : -1;
			actions.add(Actions.log(log, Values.longUnsigned(code >= 0 && chance.percent(70) ? code : chance.below(65_536))));
		}
		for (int i = chance.below(3); i > 0; i--) {
			action().ifPresent(actions::add);
		}
		return actions;
	}

	private Optional<Action> action() {
		return switch (chance.below(6)) {
			case 0 -> Optional.of(Actions.capture(log));
			case 1 -> pushes.isEmpty() ? Optional.empty() : Optional.of(Actions.push(chance.of(pushes)));
			case 2 -> alerts.isEmpty() ? Optional.empty() : Optional.of(Actions.alert(chance.of(alerts)));
			case 3 -> events.isEmpty() ? Optional.empty() : Optional.of(Actions.raise(chance.of(events)));
			case 4 -> script().or(this::call);
			default -> set();
		};
	}

	private Optional<Action> script() {
		List<ScriptName> scripts = objects.stream().flatMap(object -> object.getScripts().stream()).toList();
		return scripts.isEmpty() ? Optional.empty() : Optional.of(chance.of(scripts)).map(script -> Actions.run((CosemObject) script.eContainer(), script.getScriptId()));
	}

	private Optional<Action> call() {
		CosemObject object = chance.of(objects);
		if (object.getInterfaceClass().getMethods().isEmpty()) {
			return Optional.empty();
		}
		MethodDefinition method = chance.of(object.getInterfaceClass().getMethods());
		Optional<Value> parameter = method.getParameter() == null ? Optional.of(Values.nothing()) : values.of(method.getParameter());
		return parameter.map(value -> Actions.call(object, method.getIndex(), value));
	}

	private Optional<Action> set() {
		CosemObject object = chance.of(objects);
		Attribute attribute = chance.of(object.getAttributes());
		return values.of(attribute.getType()).map(value -> Actions.set(object, CosemObjects.index(attribute), value));
	}
}
