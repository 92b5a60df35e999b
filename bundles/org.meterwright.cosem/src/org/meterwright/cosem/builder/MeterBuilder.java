// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventSource;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MemoryBudget;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Property;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.Trigger;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;

/**
 * Builds a meter step by step, for importers and tests. Parts that are needed again, such as classes, objects and events, are returned
 * by the step that makes them; {@link #build()} brings everything into the model's order.
 */
public final class MeterBuilder {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;

	private final Meter meter = FACTORY.createMeter();

	/** Starts a meter. */
	public MeterBuilder(String name) {
		meter.setName(name);
	}

	/** Sets the namespace of the text that declares the meter. */
	public MeterBuilder namespace(String namespace) {
		meter.setNamespace(namespace);
		return this;
	}

	/** Adds the place that the meter comes from. */
	public MeterBuilder origin(Origin origin) {
		meter.getOrigins().add(origin);
		return this;
	}

	/** Switches something on. */
	public MeterBuilder switches(String... names) {
		meter.getSwitches().addAll(List.of(names));
		return this;
	}

	/** States a fact. */
	public MeterBuilder property(String name, Value value) {
		Property property = FACTORY.createProperty();
		property.setName(name);
		property.setValue(value);
		meter.getProperties().add(property);
		return this;
	}

	/** Limits a memory. */
	public MeterBuilder budget(Storage storage, long bytes) {
		MemoryBudget budget = FACTORY.createMemoryBudget();
		budget.setName(storage.getLiteral());
		budget.setStorage(storage);
		budget.setBytes(bytes);
		meter.getBudgets().add(budget);
		return this;
	}

	/** Adds a copy of a class that somebody else holds, such as the catalogue. */
	public InterfaceClass interfaceClass(InterfaceClass original) {
		InterfaceClass copy = EcoreUtil.copy(original);
		meter.getClasses().add(copy);
		return copy;
	}

	/** Declares a class; attribute 1, logical_name, is there from the start. */
	public InterfaceClass interfaceClass(String name, int classId, int version, Consumer<ClassBuilder> content) {
		ClassBuilder builder = new ClassBuilder(name, classId, version);
		content.accept(builder);
		meter.getClasses().add(builder.interfaceClass());
		return builder.interfaceClass();
	}

	/** Adds a logical device. */
	public DeviceBuilder device(String name, int sap) {
		DeviceBuilder builder = new DeviceBuilder(name, sap);
		meter.getDevices().add(builder.device());
		return builder;
	}

	/** Adds a party. */
	public Role role(String name, Side side) {
		Role role = FACTORY.createRole();
		role.setName(name);
		role.setSide(side);
		meter.getRoles().add(role);
		return role;
	}

	/** Adds an event; code -1: it has none. */
	public Event event(String name, int code, EventSource source) {
		Event event = FACTORY.createEvent();
		event.setName(name);
		event.setCode(code);
		event.setSource(source);
		meter.getEvents().add(event);
		return event;
	}

	/** Adds an Alert. */
	public Alert alert(String name, int code, Consumer<Alert> content) {
		Alert alert = FACTORY.createAlert();
		alert.setName(name);
		alert.setCode(code);
		content.accept(alert);
		meter.getAlerts().add(alert);
		return alert;
	}

	/** Adds a push set-up. */
	public Push push(String name, CosemObject object, Association partner, Consumer<Push> content) {
		Push push = FACTORY.createPush();
		push.setName(name);
		push.setObject(object);
		push.setPartner(partner);
		content.accept(push);
		meter.getPushes().add(push);
		return push;
	}

	/** Adds a reaction to a trigger; see {@link Triggers} and {@link Actions}. */
	public Reaction reaction(String name, Trigger trigger, Action... actions) {
		Reaction reaction = FACTORY.createReaction();
		reaction.setName(name);
		reaction.setTrigger(trigger);
		reaction.getActions().addAll(List.of(actions));
		meter.getReactions().add(reaction);
		return reaction;
	}

	/** Returns the meter, in the model's order. */
	public Meter build() {
		ModelOrder.sort(meter);
		return meter;
	}
}
