// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventSource;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** A small meter with every type, every storage, every version of Association LN, and every kind of step. */
final class SmallMeter {
	static final int READ = AccessModes.READ;
	static final int READ_WRITE = AccessModes.READ | AccessModes.WRITE;
	static final int AUTHENTICATED = AccessModes.AUTHENTICATED_REQUEST;

	private final MeterBuilder meter = new MeterBuilder("small");
	private final InterfaceClass data = meter.interfaceClass("Data", 1, 0, c -> c.attribute(2, "value", "any", Dynamics.INSTANCE));
	private final InterfaceClass register = meter.interfaceClass("Register", 3, 0, c -> c.attribute(2, "value", "any", Dynamics.DYNAMIC)
			.attribute(3, "scaler_unit", "structure { scaler: integer, unit: enum }", Dynamics.STATIC).method(1, "reset", "integer"));
	private final InterfaceClass profile = meter.interfaceClass("ProfileGeneric", 7, 1, c -> c.attribute(2, "buffer", "array of any", Dynamics.DYNAMIC)
			.attribute(3, "capture_objects", "array of any", Dynamics.STATIC).attribute(4, "capture_period", "double-long-unsigned", Dynamics.STATIC)
			.method(1, "reset", "integer").method(2, "capture", "integer"));
	private final InterfaceClass schedule = meter.interfaceClass("SingleActionSchedule", 22, 0, c -> c.attribute(2, "executed_script", "any", Dynamics.STATIC));
	private final DeviceBuilder device = meter.device("management", 1);
	private int next;

	/** Makes the meter. */
	Meter build() {
		types();
		CosemObject total = device.object("importTotal", register, "1-0:1.8.0*255", o -> o.nvm(2, "double-long-unsigned").rom(3, scalerUnit(0, 30))
				.origin(new Origin("meter.cosem", 12, 100, 20, "written")));
		for (int rate = 1; rate <= 12; rate++) {
			device.object("importRate[%d]".formatted(rate), register, "1-0:1.8.%d*255".formatted(rate), o -> o.nvm(2, "double-long-unsigned").rom(3, scalerUnit(0, 30)));
		}
		for (int phase = 1; phase <= 3; phase++) {
			device.object("voltage[%d]".formatted(phase), register, "1-0:%d.7.0*255".formatted(12 + 20 * phase), o -> o.ram(2, "long-unsigned").rom(3, scalerUnit(-1, 35)));
		}
		device.object("status*/ \"odd", data, "0-0:96.5.0*4", o -> o.ram(2, "bits(8)"));
		CosemObject clock = device.object("clock", data, "0-0:1.0.0*255", o -> o.call(2, "date-time", "clockTime"));
		CosemObject log = device.object("securityLog", profile, "0-0:99.98.1*255",
				o -> o.call(2, "array of any", "securityLogBuffer").rom(3, Values.array(column(clock), column(total))).nvm(4));
		device.object("oddProfile", profile, "0-0:99.98.2*255", o -> o.call(2, "array of any", "securityLogBuffer")
				.rom(3, Values.array(new AttributeReference(3, LogicalName.valueOf("9-9:9.9.9*9"), 2).captureObject())).ram(4));
		CosemObject plan = device.object("monthly", schedule, "0-0:15.0.0*255", o -> o.rom(2, Values.structure(Values.octets("00000A006AFF"), Values.longUnsigned(1))));
		for (int version = 0; version <= 3; version++) {
			association(version);
		}
		reactions(total, clock, log, plan);
		return meter.build();
	}

	private static Value scalerUnit(int scaler, int unit) {
		return Values.structure(Values.integer(scaler), Values.enumerated(unit));
	}

	private static Value column(CosemObject object) {
		return new AttributeReference(object.getInterfaceClass().getClassId(), object.getLogicalName(), 2).captureObject();
	}

	private void types() {
		for (String[] type : TypeSamples.TYPES) {
			Value value = Value.valueOf(type[1]);
			for (Storage storage : new Storage[] {Storage.ROM, Storage.RAM, Storage.NVM}) {
				int number = next++;
				device.object("sample[%d]".formatted(number), data, "0-0:96.%d.%d*255".formatted(128 + number / 200, number % 200),
						o -> o.attribute(2, storage, DataType.valueOf(type[0]), value));
			}
		}
	}

	private void association(int version) {
		InterfaceClass type = meter.interfaceClass("AssociationLN", 15, version,
				c -> c.attribute(2, "object_list", "array of any", Dynamics.STATIC).attribute(3, "associated_partners_id", "any", Dynamics.STATIC).method(1, "reply", "octet-string"));
		CosemObject object = device.object("association%d".formatted(version), type, "0-0:40.0.%d*255".formatted(version),
				o -> o.rom(3, Values.structure(Values.integer(16 + version), Values.longUnsigned(1))));
		Association association = device.association("client%d".formatted(version), object, 16 + version, a -> {
		});
		entries(association, version);
	}

	/** Shows objects sorted, in another order, twice, with attributes left out, with selectors. */
	private void entries(Association association, int version) {
		int protection = version == 0 ? 0 : version == 3 ? 0xFC : AUTHENTICATED;
		List<CosemObject> objects = new ArrayList<>(device.device().getObjects());
		objects.sort(ModelOrder.OBJECTS);
		if (version % 2 == 1) {
			Collections.reverse(objects);
			objects.add(objects.get(3));
		}
		for (int i = 0; i < objects.size(); i++) {
			if (i % 11 != 7) {
				Entries.add(association, objects.get(i), i, protection);
			}
		}
	}

	private void reactions(CosemObject total, CosemObject clock, CosemObject log, CosemObject plan) {
		Association partner = device.device().getAssociations().getFirst();
		Push push = meter.push("billing", null, partner, p -> p.getColumns().add(Triggers.column(total, 2)));
		Event cover = meter.event("coverRemoved", 0x8F3F, EventSource.FIRMWARE);
		Event quiet = meter.event("quiet", -1, EventSource.METER);
		Event power = meter.event("powerUp", 3, EventSource.FIRMWARE);
		Alert tamper = meter.alert("coverTamper", 0x8F3F, a -> a.setCritical(true));
		Alert carried = meter.alert("billingUpdated", 0x8F0A, a -> {
			a.setPush(push);
			a.getColumns().add(Triggers.column(clock, 2));
		});
		meter.reaction("tamper", Triggers.on(cover, power), Actions.log(log, Values.longUnsigned(0x8F3F)), Actions.alert(tamper));
		meter.reaction("other", Triggers.on(cover), Actions.alert(carried), Actions.log(log, Values.longUnsigned(7)), Actions.set(total, 2, Values.doubleLongUnsigned(5)),
				Actions.call(log, 1, Values.integer(0)), Actions.capture(log), Actions.raise(quiet), Actions.push(push));
		Reaction guarded = meter.reaction("guarded", Triggers.on(power), Actions.alert(tamper));
		guarded.setGuard(plan);
		Reaction monthly = meter.reaction("monthlyReaction", Triggers.every("*-*-01 00:00"), Actions.capture(log), Actions.alert(carried));
		monthly.setObject(plan);
	}
}
