// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;

import java.util.List;

import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.Triggers;

class EventRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(EventRules.NO_REACTION, s -> s.event("magnet", 0x8F74),
						s -> awaited(s, 0x8F74)),
				rule(EventRules.DUPLICATE_EVENT, s -> awaited(s, 0x8F3F),
						s -> awaited(s, 0x8F74)),
				rule(EventRules.DUPLICATE_ALERT, s -> raised(s, 0x8F3F),
						s -> raised(s, 0x8F74)),
				rule(EventRules.NEVER_RAISED, s -> s.alert("magnetTamper", 0x8F74),
						s -> raised(s, 0x8F74)),
				rule(EventRules.NO_RECIPIENT, s -> s.tamper.getRecipients().clear(),
						s -> {
							s.tamper.getRecipients().clear();
							s.tamper.setPush(s.billing);
						}),
				rule(EventRules.RECIPIENT_UNREACHABLE, s -> s.tamper.getRecipients().add(s.builder.role("NetworkOperator", Side.WAN)),
						s -> {
							Role network = s.builder.role("NetworkOperator", Side.WAN);
							s.tamper.getRecipients().add(network);
							s.third(2).setRole(network);
						}),
				rule(EventRules.LOOP, s -> s.reaction.getActions().add(Actions.raise(s.covered)),
						s -> {
							Event second = s.event("second", 2);
							s.reaction.getActions().add(Actions.raise(second));
							s.builder.reaction("onSecond", Triggers.on(second), Actions.capture(s.log));
						}),
				rule(EventRules.NO_ACTION, s -> s.builder.reaction("idle", Triggers.on(s.covered)),
						s -> s.builder.reaction("busy", Triggers.on(s.covered), Actions.capture(s.log))),
				rule(EventRules.NO_TRIGGER, s -> s.builder.reaction("never", Triggers.on(), Actions.capture(s.log)),
						s -> s.builder.reaction("monthly", Triggers.every("*-*-01 00:00"), Actions.capture(s.log))),
				rule(EventRules.CODE_RANGE, s -> s.covered.setCode(0x18F3F),
						s -> s.covered.setCode(0xFFFF)),
				rule(EventRules.GUARD, s -> s.reaction.setGuard(s.clock),
						s -> s.reaction.setGuard(s.shown("nonDisablement", "10 0", "0-0:12.0.1*255", each -> each.rom(2, array())))));
	}

	private static void awaited(Sample s, int code) {
		((EventTrigger) s.reaction.getTrigger()).getEvents().add(s.event("magnet", code));
	}

	private static void raised(Sample s, int code) {
		s.reaction.getActions().add(Actions.alert(s.alert("magnetTamper", code)));
	}
}
