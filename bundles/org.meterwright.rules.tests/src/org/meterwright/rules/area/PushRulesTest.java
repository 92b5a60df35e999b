// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.cosem.value.Values.unsigned;
import static org.meterwright.rules.area.Sample.grant;

import java.util.List;

import org.meterwright.cosem.Column;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.builder.Triggers;

class PushRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(PushRules.EMPTY, s -> s.billing.getColumns().clear(),
						s -> s.billing.getColumns().add(Triggers.column(s.total, 3))),
				rule(PushRules.NO_TRIGGER, s -> s.reaction.getActions().remove(2),
						s -> {
							s.reaction.getActions().remove(2);
							s.tamper.setPush(s.billing);
						}),
				rule(PushRules.NO_OBJECT, s -> s.billing.setObject(s.total),
						s -> s.billing.setObject(s.pushObject)),
				rule(PushRules.UNREADABLE, s -> grant(s.supplying, s.total, 2, 0),
						s -> s.billing.getColumns().add(Triggers.column(s.lastEvent, 2))),
				rule(PushRules.NO_PARTNER, s -> s.billing.setPartner(null),
						s -> s.billing.setPartner(s.supplying)),
				rule(PushRules.NO_SECURITY, s -> s.billing.setProtection(4),
						s -> {
							s.billing.setProtection(4);
							s.billing.setSecurity(s.keys);
						}),
				rule(PushRules.PROTECTION_OF_VERSION, s -> old(s, 4),
						s -> old(s, 0)),
				rule(PushRules.WINDOW, s -> window(s, "06", "00"),
						s -> window(s, "00", "06")),
				rule(PushRules.NO_DELAY, s -> s.value(s.pushObject, 6, unsigned(3)),
						s -> {
							s.value(s.pushObject, 6, unsigned(3));
							s.value(s.pushObject, 7, structure(longUnsigned(60), longUnsigned(100), longUnsigned(600)));
						}),
				rule(PushRules.RESERVED_TRANSPORT, s -> destination(s, 2, "31"),
						s -> destination(s, 1, "31")),
				rule(PushRules.EMPTY_DESTINATION, s -> destination(s, 0, ""),
						s -> destination(s, 0, "31")),
				rule(PushRules.NO_DESTINATION, s -> s.billing.setAddressed(false),
						s -> s.billing.setAddressed(true)),
				rule(PushRules.WHOLE_BUFFER, s -> s.billing.getColumns().add(Triggers.column(s.log, 2)),
						s -> {
							Column newest = Triggers.column(s.log, 2);
							newest.setSelection(Selection.NEWEST);
							s.billing.getColumns().add(newest);
						}));
	}

	private static void old(Sample s, int protection) {
		s.billing.setObject(s.shown("oldPush", "40 0", "0-2:25.9.0*255",
				each -> each.rom(3, structure(enumerated(0), octets("31"), enumerated(0)))));
		s.billing.setProtection(protection);
		s.billing.setSecurity(s.keys);
	}

	private static void window(Sample s, String start, String end) {
		String date = "07EA0B02FF%s0000FF8000FF";
		s.value(s.pushObject, 4, array(structure(octets(date.formatted(start)), octets(date.formatted(end)))));
	}

	private static void destination(Sample s, int service, String destination) {
		s.value(s.pushObject, 3, structure(enumerated(service), octets(destination), enumerated(0)));
	}
}
