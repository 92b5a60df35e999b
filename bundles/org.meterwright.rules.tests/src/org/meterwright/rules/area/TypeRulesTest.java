// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.bool;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.rules.area.Sample.attribute;

import java.util.List;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

class TypeRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(TypeRules.VALUE, s -> s.value(s.supply, 3, bool(true)),
						s -> s.value(s.supply, 3, enumerated(1))),
				rule(TypeRules.TYPE, s -> type(s, "date"),
						s -> type(s, "long64-unsigned")),
				rule(TypeRules.RANGE, s -> zone(s, 700, 0, 600),
						s -> zone(s, 500, 0, 600)),
				rule(TypeRules.LENGTH, s -> label(s, 3),
						s -> label(s, 4)),
				rule(TypeRules.BOUNDS, s -> zone(s, 300, 600, 0),
						s -> zone(s, 600, 0, 600)),
				rule(TypeRules.SCALER, s -> s.value(s.total, 3, structure(integer(30), enumerated(30))),
						s -> s.value(s.total, 3, structure(integer(3), enumerated(30)))),
				rule(TypeRules.UNIT, s -> s.value(s.total, 3, structure(integer(0), enumerated(35))),
						s -> s.value(s.total, 3, structure(integer(-3), enumerated(30)))),
				rule(TypeRules.DATE, s -> s.value(s.clock, 5, octets("FFFF0D1F07010000FF800000")),
						s -> s.value(s.clock, 5, octets("FFFF03FE07010000FF800000"))),
				rule(TypeRules.UNIT_OF_TEXT, s -> text(s, 30),
						s -> text(s, 255)));
	}

	private static void type(Sample s, String type) {
		attribute(s.total, 2).setType(DataType.valueOf(type));
	}

	private static void zone(Sample s, int value, int minimum, int maximum) {
		Attribute zone = s.value(s.clock, 3, new Value.Int(DataTag.LONG, value));
		zone.setMinimum(new Value.Int(DataTag.LONG, minimum));
		zone.setMaximum(new Value.Int(DataTag.LONG, maximum));
	}

	private static void label(Sample s, int length) {
		s.shown("label", "1 0", "0-0:96.1.1*255", each -> each.nvm(2, octets("41434D45")).maximumLength(2, length));
	}

	private static void text(Sample s, int unit) {
		s.shown("serial", "3 0", "0-0:96.8.9*255", each -> each.ram(2, "octet-string(8)").rom(3, structure(integer(0), enumerated(unit))));
	}
}
