// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.builder.Triggers;

class GbcsRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(GbcsRules.CRITICAL_COMMAND, s -> own(s).setCritical(true),
						s -> own(s)),
				rule(GbcsRules.CRITICAL_ALERT, s -> {
							Companionship.gbcs(s);
							s.tamper.setCritical(true);
						},
						s -> {
							Companionship.mandated(Companionship.gbcs(s), 0x8F3F).setCritical(true);
							s.tamper.setCritical(true);
						}),
				rule(GbcsRules.INTERNAL_LISTED, s -> s.show(facing(s, Side.HAN), s.lastEvent),
						s -> s.show(facing(s, Side.HAN), s.total)),
				rule(GbcsRules.INTERNAL_CAPTURED, s -> s.show(facing(s, Side.HAN), s.log),
						s -> s.show(facing(s, Side.WAN), s.log)),
				rule(GbcsRules.INTERNAL_PUSHED, s -> pushed(s, Side.HAN),
						s -> pushed(s, Side.WAN)),
				rule(GbcsRules.DEVICE_TYPE, s -> Companionship.gbcs(s).setDeviceType("GSME"),
						s -> Companionship.gbcs(s).setDeviceType("CHF")),
				rule(GbcsRules.NEVER_CRITICAL, s -> configurable(s).setCritical(true),
						s -> configurable(s)),
				rule(GbcsRules.ROLE_TWICE, s -> {
							Companionship.gbcs(s);
							s.third(2).setRole(s.supplier);
						},
						s -> {
							Companionship.gbcs(s);
							s.third(2);
						}),
				rule(GbcsRules.NO_USE_CASE, s -> {
							used(s);
							s.shown("own", "1 0", "0-0:128.1.0*255", each -> each.ram(2, "long-unsigned"));
						},
						s -> used(s)));
	}

	private static UseCase own(Sample s) {
		Companionship.gbcs(s);
		UseCase useCase = Companionship.useCase(Companionship.add(s, "acme.extra"), "AC1", 0x7001);
		useCase.getOrigins().add(s.line());
		return useCase;
	}

	private static Association facing(Sample s, Side side) {
		Companionship.gbcs(s);
		Association third = s.third(3);
		third.setRole(s.builder.role("Display", side));
		return third;
	}

	private static void pushed(Sample s, Side side) {
		Association third = facing(s, side);
		s.show(third, s.total);
		s.billing.setPartner(third);
		s.billing.getColumns().add(Triggers.column(s.lastEvent, 2));
	}

	private static Alert configurable(Sample s) {
		s.tamper.setCode(0x8001);
		Companionship.mandated(Companionship.gbcs(s), 0x8001).getUnspecified().add("critical");
		return s.tamper;
	}

	private static void used(Sample s) {
		UseCase useCase = Companionship.useCase(Companionship.gbcs(s), "ECS1", 0x10);
		s.device.getObjects().stream().filter(object -> !object.isInternal()).forEach(object -> Companionship.step(useCase, object, Verb.READ, 1));
	}
}
