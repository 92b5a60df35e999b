// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;

class ClassRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ClassRules.DUPLICATE_CLASS, s -> {
					own(s, "Tamper", 8200, 0);
					own(s, "Relay", 8200, 0);
				}, s -> {
					own(s, "Tamper", 8200, 0);
					own(s, "TamperNew", 8200, 1);
					own(s, "Relay", 8201, 0);
				}),
				rule(ClassRules.USER_GROUP_RANGE, s -> own(s, "Tamper", 32_768, 0), s -> own(s, "Tamper", 32_767, 0)),
				rule(ClassRules.UNCERTAIN, s -> s.clock.getInterfaceClass().getAttributes().get(2).setUncertain("the sources disagree"),
						s -> s.clock.getInterfaceClass().getMethods().getFirst().setUncertain("the sources disagree")),
				rule(ClassRules.NEGATIVE_ATTRIBUTE, s -> counting(s, -1), s -> counting(s, 2)));
	}

	/** What is uncertain is told once for a class, however many objects there are, and for methods only where somebody may call them. */
	@Test
	void doubtsAreToldOnceForAClass() {
		Sample sample = new Sample();
		InterfaceClass register = sample.total.getInterfaceClass();
		register.setUncertain("from memory");
		register.getAttributes().get(1).setUncertain("may be long64");
		InterfaceClass scripts = sample.scripts.getInterfaceClass();
		scripts.getMethods().getFirst().setUncertain("may be an integer");
		assertEquals(List.of(
				"total (1-0:1.8.0*255) is of Register (class 3) version 0, which the catalogue is not certain of: from memory; value (may be long64)",
				"scripts (0-0:10.0.106*255) is of ScriptTable (class 9) version 0, which the catalogue is not certain of: execute() (may be an integer)"),
				messages(sample));
	}

	@Test
	void anObjectWithoutTheUncertainAttributeIsFine() {
		Sample sample = new Sample();
		InterfaceClass own = sample.builder.interfaceClass("Own", 8200, 0, each -> each.attribute(2, "value", "long", Dynamics.STATIC).optional(2));
		own.getAttributes().get(1).setUncertain("a draft");
		CosemObject object = sample.management.object("own", own, "0-0:128.0.0*255", each -> each.internal().origin(sample.line()));
		assertEquals(List.of(), messages(sample), object.getName());
	}

	private static void counting(Sample s, int index) {
		InterfaceClass own = s.builder.interfaceClass("Own", 8200, 0, each -> each.attribute(index, "counter", "long", Dynamics.DYNAMIC));
		s.management.object("own", own, "0-0:128.0.0*255", each -> each.ram(index).internal().origin(s.line()));
	}

	private static List<String> messages(Sample sample) {
		return new RuleChecker().check(sample.meter).stream().filter(each -> each.rule().equals(ClassRules.UNCERTAIN)).map(Finding::message).toList();
	}

	private static InterfaceClass own(Sample s, String name, int classId, int version) {
		InterfaceClass own = s.builder.interfaceClass(name, classId, version, each -> each.attribute(2, "value", "long", Dynamics.STATIC));
		own.getOrigins().add(s.line());
		return own;
	}
}
