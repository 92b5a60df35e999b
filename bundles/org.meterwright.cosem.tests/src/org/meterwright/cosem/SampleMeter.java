// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem;

import java.util.List;

import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.Script;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** A small meter with something of everything. */
public final class SampleMeter {
	private SampleMeter() {
	}

	/** Builds it. */
	public static Meter build() {
		MeterBuilder builder = new MeterBuilder("E470").namespace("acme.e470").switches("threePhase").property("manufacturer", new Value.Visible("ACM"))
				.budget(Storage.NVM, 65536).origin(new Origin("meters/e470.cosem", 3, 40, 5, "written"));
		Role supplier = builder.role("Supplier", Side.WAN);
		InterfaceClass register = builder.interfaceClass("Register", 3, 0, type -> type.attribute(2, "value", "any", Dynamics.DYNAMIC)
				.attribute(3, "scaler_unit", "structure { scaler: integer, unit: enum { Wh = 30 } }", Dynamics.STATIC).method(1, "reset", "integer(0)"));
		InterfaceClass profile = builder.interfaceClass("ProfileGeneric", 7, 1, type -> type.attribute(2, "buffer", "array of any", Dynamics.DYNAMIC)
				.selector(2, 1, "by_range", "structure").attribute(3, "capture_objects", "array of structure", Dynamics.STATIC).method(2, "capture", "integer(0)"));
		InterfaceClass scripts = builder.interfaceClass("ScriptTable", 9, 0, type -> type.attribute(2, "scripts", "array of structure", Dynamics.STATIC));
		InterfaceClass associationClass = builder.interfaceClass("AssociationLN", 15, 1, type -> type.attribute(2, "object_list", "array of structure", Dynamics.STATIC));
		DeviceBuilder device = builder.device("management", 1).named("ACM{serial}");
		LogicalName energy = LogicalName.valueOf("1-0:1.8.0*255");
		CosemObject total = device.object("importTotal", register, energy, content -> content.nvm(2, "double-long-unsigned")
				.range(2, Values.doubleLongUnsigned(0), Values.doubleLongUnsigned(99)).rom(3, Values.structure(Values.integer(0), Values.enumerated(30))));
		CosemObject log = device.object("log", profile, "0-0:99.98.1*255",
				content -> content.call(2, "logBuffer").maximumLength(2, 100).rom(3, Values.array(new AttributeReference(3, energy, 2).captureObject())));
		CosemObject table = device.object("supplyScripts", scripts, "0-0:10.0.106*255", content -> content.script("enable", 51).rom(2,
				Values.array(new Script(51, List.of(new Script.Step(Script.EXECUTE, 3, energy, 1, Values.integer(0)))).value())));
		CosemObject object = device.object("supplierAssociation", associationClass, "0-0:40.0.2*255", content -> content.call(2, "objectList"));
		device.association("supplier", object, 1, content -> content.context(Context.CIPHERED).mechanism(5).role(supplier).secretSlot(3).maximumPdu(1024)
				.entry(total, entry -> entry.all(AccessModes.READ, 0)).entry(log, entry -> entry.attribute(2, 1, 1).method(2, 1)));
		Event cover = builder.event("coverRemoved", 0x8F3F, EventSource.FIRMWARE);
		Alert alert = builder.alert("tamper", 0x8F3F, content -> content.getRecipients().add(supplier));
		builder.reaction("onCover", Triggers.on(cover), Actions.log(log, Values.longUnsigned(0x8F3F)), Actions.alert(alert), Actions.run(table, 51));
		builder.reaction("limit", Triggers.when(total, 2, Comparison.GREATER, Values.doubleLongUnsigned(7)), Actions.call(total, 1, Values.integer(0)));
		builder.reaction("monthly", Triggers.every("*-*-01 00:00"), Actions.capture(log), Actions.set(total, 2, new Value.Int(DataTag.DOUBLE_LONG_UNSIGNED, 0)));
		return builder.build();
	}
}
