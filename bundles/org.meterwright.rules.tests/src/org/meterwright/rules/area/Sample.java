// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
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
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.AssociationBuilder;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.builder.ObjectBuilder;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;

/** A small meter that no rule finds anything wrong with. Tests break it in one place. */
final class Sample {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;
	private static final int CONFORMANCE = 0x1000 | 0x10 | 0x08 | 0x04 | 0x01;
	private static final Map<String, InterfaceClass> CLASSES = TestClasses.read();
	private static final Dictionary NAMES = TestNames.read();

	final MeterBuilder builder = new MeterBuilder("E1").origin(new Origin("e1.cosem", 1, 0, 5, "written"));
	final Meter meter = named(builder.build());
	final DeviceBuilder management = builder.device("management", 1).named("ACM{serial}");
	final LogicalDevice device = management.device();
	private final Map<String, InterfaceClass> used = new HashMap<>();
	private int lines = 1;

	final Role supplier = builder.role("Supplier", Side.WAN);
	final CosemObject clock = object("clock", "8 0", "0-0:1.0.0*255",
			clock -> clock.call(2, "clockTime").nvm(3).call(4, "clockStatus"));
	final CosemObject ldn = object("ldn", "1 0", "0-0:42.0.0*255", ldn -> ldn.rom(2, octets("41434D")));
	final CosemObject total = object("total", "3 0", "1-0:1.8.0*255",
			total -> total.nvm(2, "double-long-unsigned").rom(3, structure(integer(0), enumerated(30))));
	final CosemObject power = object("power", "3 0", "1-0:1.7.0*255",
			power -> power.ram(2, "double-long").rom(3, structure(integer(0), enumerated(27))));
	final CosemObject lastEvent = object("lastEvent", "1 0", "0-0:96.11.0*255", event -> event.ram(2, "long-unsigned").internal());
	final CosemObject supply = object("supply", "70 0", "0-0:96.3.10*255", supply -> supply.nvm(3, enumerated(1)).rom(4, enumerated(4)));
	final CosemObject scripts = object("scripts", "9 0", "0-0:10.0.106*255",
			scripts -> scripts.rom(2, array(script(51, call(70, "0-0:96.3.10*255", 2)), script(52, call(70, "0-0:96.3.10*255", 1)))));
	final CosemObject log = object("log", "7 1", "0-0:99.98.0*255", log -> log.nvm(2)
			.rom(3, array(column(8, "0-0:1.0.0*255", 2), column(1, "0-0:96.11.0*255", 2))).rom(4, doubleLongUnsigned(0)).rom(8, doubleLongUnsigned(100)));
	final CosemObject keys = object("keys", "64 1", "0-0:43.0.0*255", keys -> keys.rom(2, enumerated(12)).rom(3, enumerated(1)).key("global_unicast", 1));
	final CosemObject currentAssociation = object("currentAssociation", "15 1", "0-0:40.0.0*255", each -> each.rom(9, noName()));
	final CosemObject publicObject = object("publicAssociation", "15 1", "0-0:40.0.1*255", each -> each.rom(9, noName()));
	final CosemObject supplierObject = object("supplierAssociation", "15 3", "0-0:40.0.2*255",
			each -> each.rom(9, logicalName("0-0:43.0.0*255")));
	final CosemObject pushObject = object("billingPush", "40 2", "0-1:25.9.0*255", push -> push
			.rom(3, structure(enumerated(0), octets("31302E302E302E313A34303539"), enumerated(0))).rom(8, noName()));
	final Association open = management.association("public", publicObject, 16,
			each -> each.role(null).conformance(CONFORMANCE).entry(currentAssociation, entry -> entry.attribute(2, 1)).entry(ldn, entry -> entry.attribute(2, 1)));
	final Association supplying = management.association("supplier", supplierObject, 1, this::supplying);
	final Event covered = event("coverRemoved", 0x8F3F);
	final Push billing = builder.push("billing", pushObject, supplying, push -> {
		push.setAddressed(true);
		push.getColumns().add(Triggers.column(total, 2));
		push.getOrigins().add(line());
	});
	final Alert tamper = alert("coverTamper", 0x8F3F);
	final Reaction reaction = builder.reaction("onCover", Triggers.on(covered), Actions.log(log, longUnsigned(0x8F3F)), Actions.alert(tamper),
			Actions.push(billing));

	private static Meter named(Meter meter) {
		NAMES.attach(meter);
		return meter;
	}

	private void supplying(AssociationBuilder each) {
		each.role(supplier).context(Context.CIPHERED).mechanism(5).security(keys).conformance(CONFORMANCE).maximumPdu(1024);
		device.getObjects().stream().filter(object -> !object.isInternal()).forEach(object -> show(each.association(), object));
		grant(each.association(), clock, 2, 3);
		grant(each.association(), clock, 3, 3);
		allow(each.association(), scripts, 1, 1);
	}

	/** Adds an association of another client, which is plain and shows its object list. */
	Association third(int client) {
		CosemObject object = shown("thirdAssociation", "15 1", "0-0:40.0.3*255", each -> each.rom(9, noName()));
		Association third = management.association("third", object, client, each -> each.conformance(CONFORMANCE));
		third.getOrigins().add(line());
		show(third, currentAssociation);
		return third;
	}

	/** Adds a security set-up without policy. */
	CosemObject openKeys(int suite) {
		return shown("openKeys", "64 1", "0-0:43.0.1*255", keys -> keys.rom(2, enumerated(0)).rom(3, enumerated(suite)).key("global_unicast", 2));
	}

	/** Adds a line of text that something may come from. */
	Origin line() {
		lines++;
		return new Origin("e1.cosem", lines, lines * 10, 5, "written");
	}

	InterfaceClass kind(String idAndVersion) {
		return used.computeIfAbsent(idAndVersion, key -> builder.interfaceClass(CLASSES.get(key)));
	}

	/** Adds an object to the management device. */
	CosemObject object(String name, String kind, String logicalName, Consumer<ObjectBuilder> content) {
		return management.object(name, kind(kind), logicalName, content.andThen(object -> object.origin(line())));
	}

	/** Adds an object that the supplier may read. */
	CosemObject shown(String name, String kind, String logicalName, Consumer<ObjectBuilder> content) {
		CosemObject object = object(name, kind, logicalName, content);
		show(supplying, object);
		return object;
	}

	/** Shows an object to an association with read rights. */
	ObjectListEntry show(Association association, CosemObject object) {
		ObjectListEntry entry = FACTORY.createObjectListEntry();
		entry.setObject(object);
		entry.getOrigins().add(line());
		association.getEntries().add(entry);
		List<AttributeAccess> rights = object.getAttributes().stream().filter(attribute -> !attribute.getDefinition().isSecret())
				.map(attribute -> new AttributeAccess(attribute.getDefinition().getIndex(), 1)).toList();
		entry.setRights(AccessRights.of(rights, List.of()));
		return entry;
	}

	/** Returns the entry of an object. */
	static ObjectListEntry entry(Association association, CosemObject object) {
		return association.getEntries().stream().filter(entry -> entry.getObject() == object).findFirst().orElseThrow();
	}

	/** Changes the right of an association to an attribute. */
	static void grant(Association association, CosemObject object, int attribute, int mode, Integer... selectors) {
		ObjectListEntry entry = entry(association, object);
		List<AttributeAccess> rights = new ArrayList<>(entry.getRights().attributes());
		rights.removeIf(access -> access.index() == attribute);
		rights.add(new AttributeAccess(attribute, mode, List.of(selectors)));
		entry.setRights(AccessRights.of(rights, entry.getRights().methods()));
	}

	/** Adds a right of an association to a method. */
	static void allow(Association association, CosemObject object, int method, int mode) {
		ObjectListEntry entry = entry(association, object);
		List<MethodAccess> methods = new ArrayList<>(entry.getRights().methods());
		methods.add(new MethodAccess(method, mode));
		entry.setRights(AccessRights.of(entry.getRights().attributes(), methods));
	}

	/** Changes where an attribute lives. */
	Attribute store(CosemObject object, int index, Storage storage) {
		Attribute attribute = attribute(object, index);
		attribute.setStorage(storage);
		return attribute;
	}

	/** Changes the value of an attribute. */
	Attribute value(CosemObject object, int index, Value value) {
		Attribute attribute = attribute(object, index);
		attribute.setValue(value);
		return attribute;
	}

	static Attribute attribute(CosemObject object, int index) {
		return CosemObjects.attribute(object, index).orElseThrow();
	}

	Event event(String name, int code) {
		Event event = builder.event(name, code, EventSource.FIRMWARE);
		event.getOrigins().add(line());
		return event;
	}

	Alert alert(String name, int code) {
		return builder.alert(name, code, alert -> {
			alert.getRecipients().add(supplier);
			alert.getOrigins().add(line());
		});
	}

	static Value noName() {
		return octets(0, 0, 0, 0, 0, 0);
	}

	static Value column(int classId, String name, int attribute, int dataIndex) {
		return structure(longUnsigned(classId), logicalName(name), integer(attribute), longUnsigned(dataIndex));
	}

	static Value column(int classId, String name, int attribute) {
		return column(classId, name, attribute, 0);
	}

	static Value monitored(int classId, String name, int attribute) {
		return structure(longUnsigned(classId), logicalName(name), integer(attribute));
	}

	static Value script(int id, Value... actions) {
		return structure(longUnsigned(id), array(actions));
	}

	static Value call(int classId, String name, int method) {
		return structure(enumerated(2), longUnsigned(classId), logicalName(name), integer(method), integer(0));
	}

	static Value write(int classId, String name, int attribute, Value value) {
		return structure(enumerated(1), longUnsigned(classId), logicalName(name), integer(attribute), value);
	}

	static Value run(int selector) {
		return structure(logicalName("0-0:10.0.106*255"), longUnsigned(selector));
	}
}
