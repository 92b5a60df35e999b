// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.List;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventSource;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.Script;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** A small meter with something of everything, made anew for each test, and short ways to its parts. */
final class ComparedMeter {
	static final LogicalName TOTAL = LogicalName.valueOf("1-0:1.8.0*255");
	static final LogicalName POWER = LogicalName.valueOf("1-0:1.7.0*255");
	private static final int READ_WRITE = AccessModes.READ | AccessModes.WRITE;

	final Meter meter;

	ComparedMeter() {
		MeterBuilder builder = new MeterBuilder("M1").namespace("larch.m1").property("manufacturer", new Value.Visible("LRC")).budget(Storage.NVM, 1024);
		Role supplier = builder.role("Supplier", Side.WAN);
		builder.role("Operator", Side.WAN);
		DeviceBuilder device = builder.device("management", 1).named("LRC{serial}");
		objects(builder, device);
		CosemObject object = device.object("supplierAssociation", builder.interfaceClass("AssociationLN", 15, 1,
				type -> type.attribute(2, "object_list", "array of structure", Dynamics.STATIC).attribute(3, "associated_partners_id", "structure", Dynamics.STATIC)), "0-0:40.0.2*255",
				ObjectBuilders.NOTHING);
		Association association = device.association("supplier", object, 2, content -> content.context(Context.CIPHERED).mechanism(5).role(supplier).secretSlot(3).maximumPdu(1024)
				.conformance(0x00181D).security(object(device, "security")).entry(object(device, "total"), entry -> entry.attribute(2, READ_WRITE).attribute(3, 1).method(1, 1))
				.entry(object(device, "power"), entry -> entry.attribute(2, 1).attribute(3, 1 | AccessModes.AUTHENTICATED_REQUEST)).entry(object(device, "profile"), entry -> entry.attribute(2, 1, 1, 2).attribute(3, 1).attribute(4, 3).attribute(8, 1))
				.entry(object(device, "scripts"), entry -> entry.attribute(2, 1).method(1, 1)).entry(object(device, "mode"), entry -> entry.attribute(2, READ_WRITE)));
		behaviour(builder, device, association, supplier);
		meter = builder.build();
		place();
	}

	private static void objects(MeterBuilder builder, DeviceBuilder device) {
		InterfaceClass data = builder.interfaceClass("Data", 1, 0, type -> type.attribute(2, "value", "any", Dynamics.INSTANCE));
		InterfaceClass register = builder.interfaceClass("Register", 3, 0, type -> type.attribute(2, "value", "any", Dynamics.DYNAMIC)
				.attribute(3, "scaler_unit", "structure { scaler: integer, unit: enum { W = 27, Wh = 30 } }", Dynamics.STATIC).method(1, "reset", "integer(0)"));
		builder.interfaceClass("Register", 3, 1, type -> type.attribute(2, "value", "any", Dynamics.DYNAMIC)
				.attribute(3, "scaler_unit", "structure { scaler: integer, unit: enum { W = 27, Wh = 30 } }", Dynamics.STATIC).attribute(4, "status", "any", Dynamics.DYNAMIC).optional(4)
				.method(1, "reset", "integer(0)"));
		builder.interfaceClass("Register", 3, 2, type -> type.attribute(2, "value", "any", Dynamics.DYNAMIC).attribute(3, "scaler_unit", "long", Dynamics.STATIC));
		InterfaceClass profile = builder.interfaceClass("ProfileGeneric", 7, 1, type -> type.attribute(2, "buffer", "array of any", Dynamics.DYNAMIC)
				.selector(2, 1, "by_range", "structure").attribute(3, "capture_objects", "array of structure", Dynamics.STATIC)
				.attribute(4, "capture_period", "double-long-unsigned", Dynamics.STATIC).attribute(5, "sort_method", "enum { fifo = 1, lifo = 2 }", Dynamics.STATIC)
				.attribute(8, "profile_entries", "double-long-unsigned", Dynamics.STATIC));
		device.object("total", register, TOTAL, content -> content.nvm(2, "double-long-unsigned").range(2, Values.doubleLongUnsigned(0), Values.doubleLongUnsigned(99))
				.rom(3, Values.structure(Values.integer(0), Values.enumerated(30))));
		device.object("power", register, POWER, content -> content.ram(2, "double-long").rom(3, Values.structure(Values.integer(0), Values.enumerated(27))));
		device.object("mode", data, "0-0:96.128.0*255", content -> content.nvm(2, "octet-string(0..8)").maximumLength(2, 8));
		device.object("hidden", data, "0-0:96.128.1*255", content -> content.rom(2, Values.unsigned(1)).internal());
		device.object("profile", profile, "1-0:99.1.0*255", content -> content.call(2, "buffer").rom(3, Values.array(column(TOTAL), column(POWER)))
				.nvm(4, Values.doubleLongUnsigned(1800)).rom(5, Values.enumerated(1)).rom(8, Values.doubleLongUnsigned(100)));
		device.object("scripts", builder.interfaceClass("ScriptTable", 9, 0, type -> type.attribute(2, "scripts", "array of structure", Dynamics.STATIC)), "0-0:10.0.106*255",
				content -> content.script("clear", 1).script("again", 2).rom(2, Values.array(script(1, TOTAL), script(2, POWER))));
		device.object("calendar", builder.interfaceClass("SingleActionSchedule", 22, 0, type -> type.attribute(4, "execution_time", "array of structure", Dynamics.STATIC)),
				"0-0:15.0.0*255", content -> content.rom(4, Values.array(Values.structure(Values.octets("00000000"), Values.octets("FFFFFF01FF")))));
		device.object("limit", builder.interfaceClass("RegisterMonitor", 21, 0, type -> type.attribute(2, "thresholds", "array of any", Dynamics.STATIC)), "0-0:16.0.1*255",
				content -> content.rom(2, Values.array(Values.doubleLong(9200))));
		device.object("security", builder.interfaceClass("SecuritySetup", 64, 1, type -> type.attribute(2, "security_policy", "bits of enum { authenticated_request = 2 }", Dynamics.STATIC)
				.attribute(3, "security_suite", "enum { suite_0 = 0, suite_1 = 1 }", Dynamics.STATIC)), "0-0:43.0.1*255",
				content -> content.rom(2, Values.enumerated(4)).rom(3, Values.enumerated(1)).key("global_unicast", 7));
		device.object("billingPush", builder.interfaceClass("PushSetup", 40, 2, type -> type.attribute(2, "push_object_list", "array of structure", Dynamics.STATIC)
				.attribute(3, "send_destination_and_method", "octet-string", Dynamics.STATIC).attribute(5, "randomisation_start_interval", "long-unsigned", Dynamics.STATIC)
				.attribute(10, "push_protection_parameters", "octet-string", Dynamics.STATIC)), "0-0:25.9.0*255",
				content -> content.rom(2, Values.array(column(TOTAL), column(POWER))).rom(3, Values.octets("AA")).rom(5, Values.longUnsigned(60)).rom(10, Values.octets("01")));
	}

	private static void behaviour(MeterBuilder builder, DeviceBuilder device, Association association, Role supplier) {
		Push push = builder.push("billing", object(device, "billingPush"), association, content -> {
			content.getColumns().add(Triggers.column(object(device, "total"), 2));
			content.getColumns().add(Triggers.column(object(device, "power"), 2));
		});
		Event cover = builder.event("coverOpened", 0x8F3F, EventSource.FIRMWARE);
		Event sag = builder.event("sag", -1, EventSource.METER);
		Alert tamper = builder.alert("tamper", 0x8F3F, content -> {
			content.getRecipients().add(supplier);
			content.getEvents().add(cover);
			content.getColumns().add(Triggers.column(object(device, "total"), 2));
			content.getColumns().add(Triggers.column(object(device, "power"), 2));
		});
		builder.reaction("onCover", Triggers.on(cover), Actions.log(object(device, "profile")), Actions.alert(tamper), Actions.push(push));
		Reaction monthly = builder.reaction("monthly", Triggers.every("*-*-01 00:00"), Actions.capture(object(device, "profile")));
		monthly.setObject(object(device, "calendar"));
		builder.reaction("onLimit", Triggers.when(object(device, "power"), 2, Comparison.GREATER, Values.doubleLong(9200)), Actions.raise(sag));
	}

	private void place() {
		int line = 1;
		for (CosemObject object : device().getObjects()) {
			object.getOrigins().add(new Origin("m1.cosem", line, line * 10, 5, "written"));
			line++;
		}
	}

	static Value column(LogicalName name) {
		return new AttributeReference(3, name, 2).captureObject();
	}

	static Value script(int id, LogicalName target) {
		return new Script(id, List.of(new Script.Step(Script.EXECUTE, 3, target, 1, Values.integer(0)))).value();
	}

	private static CosemObject object(DeviceBuilder device, String name) {
		return device.device().getObjects().stream().filter(object -> name.equals(object.getName())).findFirst().orElseThrow();
	}

	LogicalDevice device() {
		return meter.getDevices().getFirst();
	}

	CosemObject object(String name) {
		return device().getObjects().stream().filter(object -> name.equals(object.getName())).findFirst().orElseThrow();
	}

	Attribute attribute(String name, int index) {
		return CosemObjects.attribute(object(name), index).orElseThrow();
	}

	Association supplier() {
		return device().getAssociations().getFirst();
	}

	ObjectListEntry entry(String name) {
		return supplier().getEntries().stream().filter(entry -> entry.getObject() == object(name)).findFirst().orElseThrow();
	}

	InterfaceClass type(int classId, int version) {
		return meter.getClasses().stream().filter(type -> type.getClassId() == classId && type.getVersion() == version).findFirst().orElseThrow();
	}

	Reaction reaction(String name) {
		return meter.getReactions().stream().filter(reaction -> name.equals(reaction.getName())).findFirst().orElseThrow();
	}

	Alert alert() {
		return meter.getAlerts().getFirst();
	}

	Push push() {
		return meter.getPushes().getFirst();
	}

	/** Adds an object with a constant to the device, shown to the supplier. */
	void addShown(String name, String logicalName) {
		addHidden(name, logicalName);
		ObjectListEntry entry = CosemFactory.eINSTANCE.createObjectListEntry();
		entry.setObject(object(name));
		supplier().getEntries().add(entry);
	}

	/** Adds an object with a constant to the device, in no object list. */
	void addHidden(String name, String logicalName) {
		CosemObject object = new org.meterwright.cosem.builder.ObjectBuilder(name, type(1, 0), LogicalName.valueOf(logicalName)).rom(2, Values.unsigned(3)).object();
		device().getObjects().add(object);
		ModelOrder.sort(meter);
	}

	/** Takes an object away, with its entries. */
	void remove(String name) {
		CosemObject object = object(name);
		supplier().getEntries().removeIf(entry -> entry.getObject() == object);
		device().getObjects().remove(object);
	}

	/** Gives an object another class, keeping the attributes that both have. */
	void reclass(String name, int classId, int version) {
		CosemObject object = object(name);
		object.setInterfaceClass(type(classId, version));
		object.getAttributes().removeIf(attribute -> CosemObjects.definition(object.getInterfaceClass(), CosemObjects.index(attribute)).isEmpty());
		object.getAttributes().forEach(attribute -> attribute.setDefinition(CosemObjects.definition(object.getInterfaceClass(), CosemObjects.index(attribute)).orElseThrow()));
		ModelOrder.sort(meter);
	}

	/** Lets fixtures leave an object to its class. */
	static final class ObjectBuilders {
		static final java.util.function.Consumer<org.meterwright.cosem.builder.ObjectBuilder> NOTHING = content -> content.origin(new Origin("m1.cosem", 90, 900, 5, "written"));

		private ObjectBuilders() {
		}
	}
}
