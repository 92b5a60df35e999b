// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.bool;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.rules.area.Sample.allow;
import static org.meterwright.rules.area.Sample.call;
import static org.meterwright.rules.area.Sample.script;

import java.util.List;

import org.meterwright.cosem.Association;

class ControlRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ControlRules.ALWAYS_CONNECTED, s -> s.value(s.supply, 4, enumerated(0)),
						s -> s.value(s.supply, 4, enumerated(1))),
				rule(ControlRules.STATE, s -> s.value(s.supply, 2, bool(false)),
						s -> s.value(s.supply, 2, bool(true))),
				rule(ControlRules.OPEN_DISCONNECT, s -> password(s, 1),
						s -> password(s, 0)),
				rule(ControlRules.NO_RECONNECT, s -> only(s, 1),
						s -> only(s, 2)));
	}

	private static void password(Sample s, int mode) {
		Association third = s.third(2);
		third.setMechanism(1);
		third.setSecretSlot(3);
		s.show(third, s.supply);
		allow(third, s.supply, 1, mode);
	}

	private static void only(Sample s, int method) {
		s.value(s.scripts, 2, array(script(51, call(70, "0-0:96.3.10*255", method))));
	}
}
