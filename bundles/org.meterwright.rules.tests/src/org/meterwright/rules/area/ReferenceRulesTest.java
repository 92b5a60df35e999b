// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.doubleLong;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.rules.area.Sample.call;
import static org.meterwright.rules.area.Sample.column;
import static org.meterwright.rules.area.Sample.monitored;
import static org.meterwright.rules.area.Sample.noName;
import static org.meterwright.rules.area.Sample.run;
import static org.meterwright.rules.area.Sample.script;

import java.util.List;

import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.value.Value;

class ReferenceRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ReferenceRules.NO_OBJECT, s -> monitor(s, monitored(3, "1-0:99.7.0*255", 2)),
						s -> monitor(s, monitored(3, "1-0:1.7.0*255", 2))),
				rule(ReferenceRules.OTHER_CLASS, s -> monitor(s, monitored(1, "1-0:1.7.0*255", 2)),
						s -> monitor(s, monitored(3, "1-0:1.7.0*255", 2))),
				rule(ReferenceRules.NO_ATTRIBUTE, s -> monitor(s, monitored(3, "1-0:1.7.0*255", 9)),
						s -> monitor(s, monitored(3, "1-0:1.7.0*255", 2))),
				rule(ReferenceRules.NO_ELEMENT, s -> capture(s, 3),
						s -> capture(s, 2)),
				rule(ReferenceRules.NO_SCRIPT, s -> schedule(s, 99),
						s -> schedule(s, 52)),
				rule(ReferenceRules.NO_SCRIPT, s -> chained(s, 99), s -> chained(s, 52)),
				rule(ReferenceRules.NO_METHOD, s -> disconnect(s, 9),
						s -> disconnect(s, 1)),
				rule(ReferenceRules.NAME_OF_CLASS, s -> s.value(s.supplierObject, 9, logicalName("1-0:1.8.0*255")),
						s -> s.value(s.supplierObject, 9, noName())),
				rule(ReferenceRules.NAME_OF_NOTHING, s -> s.value(s.pushObject, 8, logicalName("0-0:25.0.0*255")),
						s -> s.value(s.pushObject, 8, logicalName("0-0:1.0.0*255"))),
				rule(ReferenceRules.NO_COLUMN, s -> s.billing.getColumns().add(Triggers.column(s.total, 4)),
						s -> s.billing.getColumns().add(Triggers.column(s.total, 3))));
	}

	private static void monitor(Sample s, Value monitored) {
		s.shown("monitor", "21 0", "0-0:16.0.1*255",
				each -> each.rom(2, array(doubleLong(5))).rom(3, monitored).rom(4, array(structure(run(52), run(51)))));
	}

	private static void capture(Sample s, int dataIndex) {
		s.value(s.log, 3, array(column(8, "0-0:1.0.0*255", 2), column(1, "0-0:96.11.0*255", 2), column(3, "1-0:1.8.0*255", 3, dataIndex)));
	}

	private static void schedule(Sample s, int script) {
		s.shown("schedule", "22 0", "0-0:15.0.1*255",
				each -> each.rom(2, run(script)).rom(3, enumerated(1)).rom(4, array(structure(octets("00000000"), octets("FFFFFF01FF")))));
	}

	/** Script 53 executes another one. */
	private static void chained(Sample s, int script) {
		Value execute = structure(enumerated(2), longUnsigned(9), logicalName("0-0:10.0.106*255"), integer(1), longUnsigned(script));
		s.value(s.scripts, 2, array(script(51, call(70, "0-0:96.3.10*255", 2)), script(52, call(70, "0-0:96.3.10*255", 1)), script(53, execute)));
	}

	private static void disconnect(Sample s, int method) {
		s.value(s.scripts, 2, array(script(51, call(70, "0-0:96.3.10*255", 2)), script(52, call(70, "0-0:96.3.10*255", method))));
	}
}
