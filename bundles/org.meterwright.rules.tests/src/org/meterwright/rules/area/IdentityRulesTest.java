// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.rules.area.Sample.attribute;
import static org.meterwright.rules.area.Sample.noName;

import java.util.List;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.builder.DeviceBuilder;

class IdentityRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(IdentityRules.DUPLICATE_OBJECT, s -> register(s, "export", "1-0:1.8.0*255"),
						s -> register(s, "export", "1-0:2.8.0*255")),
				rule(IdentityRules.RESERVED_NAME, s -> data(s, "0-0:10.0.1*255"),
						s -> data(s, "0-0:10.1.1*255")),
				rule(IdentityRules.USUAL_NAME, s -> data(s, "0-0:25.0.0*255"),
						s -> data(s, "0-0:25.12.0*255")),
				rule(IdentityRules.PLACE_OF_CLASS, s -> clock(s, "0-0:94.1.0*255"),
						s -> clock(s, "0-1:1.0.0*255")),
				rule(IdentityRules.DUPLICATE_NAME, s -> register(s, "total", "1-0:2.8.0*255"),
						s -> register(s, "total2", "1-0:2.8.0*255")),
				rule(IdentityRules.NO_MANAGEMENT, s -> s.device.setSap(17),
						s -> second(s, 17)),
				rule(IdentityRules.DUPLICATE_SAP, s -> second(s, 1),
						s -> second(s, 17)),
				rule(IdentityRules.FORBIDDEN_SAP, s -> second(s, 127),
						s -> second(s, 128)),
				rule(IdentityRules.RESERVED_SAP, s -> second(s, 2),
						s -> second(s, 16)),
				rule(IdentityRules.NO_CURRENT_ASSOCIATION, s -> second(s, 17).device().getObjects().remove(1),
						s -> second(s, 17)),
				rule(IdentityRules.NO_DEVICE_NAME, s -> second(s, 17).device().getObjects().remove(0),
						s -> second(s, 17)),
				rule(IdentityRules.DEVICE_NAME_LENGTH, s -> s.device.setLogicalDeviceName("ACM ELECTRIC METER"),
						s -> s.device.setLogicalDeviceName("ACM0000000000001")),
				rule(IdentityRules.DEVICE_NAME_MAKER, s -> s.device.setLogicalDeviceName("acme{serial}"),
						s -> s.device.setLogicalDeviceName("{maker}{serial}")),
				rule(IdentityRules.CLASS_RANGE, s -> own(s, 150),
						s -> own(s, 8200)),
				rule(IdentityRules.MISSING_ATTRIBUTE, s -> {
							register(s, "export", "1-0:2.8.0*255").getAttributes().remove(2);
							s.supplying.getEntries().removeLast();
							s.device.getObjects().getLast().setInternal(true);
						},
						s -> register(s, "export", "1-0:2.8.0*255")),
				rule(IdentityRules.FOREIGN_ATTRIBUTE, s -> s.lastEvent.getAttributes().add(EcoreUtil.copy(attribute(s.lastEvent, 2))),
						s -> s.lastEvent.getAttributes().add(attribute(s.lastEvent, 2))),
				rule(IdentityRules.LOGICAL_NAME_VALUE, s -> s.value(s.total, 1, logicalName("1-0:2.8.0*255")),
						s -> s.value(s.total, 1, null)),
				rule(IdentityRules.OPAQUE_CLASS, s -> own(s, 9500).setOpaque(true),
						s -> own(s, 9500)));
	}

	private static CosemObject register(Sample s, String name, String logicalName) {
		return s.shown(name, "3 0", logicalName, each -> each.nvm(2, "double-long-unsigned").rom(3, structure(integer(0), enumerated(30))));
	}

	private static void data(Sample s, String logicalName) {
		s.shown("counter", "1 0", logicalName, each -> each.ram(2, "long-unsigned"));
	}

	private static void clock(Sample s, String logicalName) {
		s.shown("otherClock", "8 0", logicalName, each -> each.call(2, "clockTime").call(4, "clockStatus"));
	}

	private static InterfaceClass own(Sample s, int classId) {
		InterfaceClass own = s.builder.interfaceClass("Own", classId, 0, each -> each.attribute(2, "value", "long", Dynamics.STATIC));
		own.getOrigins().add(s.line());
		return own;
	}

	private static DeviceBuilder second(Sample s, int sap) {
		DeviceBuilder second = s.builder.device("gas", sap).named("ACM{serial}");
		second.object("ldn", s.kind("1 0"), "0-0:42.0.0*255", each -> each.rom(2, octets("41434D")));
		second.object("currentAssociation", s.kind("15 1"), "0-0:40.0.0*255", each -> each.rom(9, noName()));
		s.shown("list", "17 0", "0-0:41.0.0*255", each -> each.rom(2, array()));
		return second;
	}
}
