// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.bool;
import static org.meterwright.cosem.value.Values.doubleLong;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.rules.area.Sample.monitored;
import static org.meterwright.rules.area.Sample.run;

import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.value.Value;

class MonitorRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(MonitorRules.THRESHOLD_TYPE, s -> monitor(s, POWER, 1, new Value.Visible("5")),
						s -> monitor(s, POWER, 1, doubleLong(5))),
				rule(MonitorRules.PAIRS, s -> monitor(s, POWER, 1, doubleLong(5), doubleLong(6)),
						s -> monitor(s, POWER, 2, doubleLong(5), doubleLong(6))),
				rule(MonitorRules.NOT_SIMPLE, s -> monitor(s, monitored(3, "1-0:1.7.0*255", 3), 0),
						s -> monitor(s, POWER, 0)),
				rule(MonitorRules.NOTHING_MONITORED, s -> monitor(s, null, 1, doubleLong(5)),
						s -> monitor(s, null, 0)),
				rule(MonitorRules.NO_ACTION, s -> limiter(s, 0),
						s -> limiter(s, 52)),
				rule(MonitorRules.ORDER, s -> monitor(s, POWER, 2, doubleLong(6), doubleLong(5)),
						s -> monitor(s, POWER, 2, doubleLong(5), doubleLong(5))),
				rule(MonitorRules.REACTION_TYPE, s -> s.builder.reaction("limit", Triggers.when(s.power, 2, Comparison.GREATER, bool(true)), Actions.capture(s.log)),
						s -> s.builder.reaction("limit", Triggers.when(s.power, 2, Comparison.GREATER, doubleLong(9200)), Actions.capture(s.log))));
	}

	private static final Value POWER = monitored(3, "1-0:1.7.0*255", 2);

	private static void monitor(Sample s, Value monitored, int pairs, Value... thresholds) {
		Value[] actions = IntStream.range(0, pairs).mapToObj(i -> structure(run(52), run(0))).toArray(Value[]::new);
		s.shown("monitor", "21 0", "0-0:16.0.1*255", each -> {
			each.rom(2, array(thresholds)).rom(4, array(actions));
			if (monitored != null) {
				each.rom(3, monitored);
			}
		});
	}

	private static void limiter(Sample s, int script) {
		s.shown("limiter", "71 0", "0-0:17.0.0*255", each -> each.rom(2, POWER).ram(3, "double-long").rom(4, doubleLong(9200))
				.rom(5, doubleLong(2000)).rom(11, structure(run(script), run(0))));
	}
}
