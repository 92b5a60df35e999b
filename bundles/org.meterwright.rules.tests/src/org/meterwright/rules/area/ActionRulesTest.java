// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.bool;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.structure;

import java.util.List;

import org.meterwright.cosem.builder.Actions;

class ActionRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ActionRules.NO_PROFILE, s -> s.reaction.getActions().add(Actions.capture(s.total)),
						s -> s.reaction.getActions().add(Actions.capture(s.log))),
				rule(ActionRules.ARGUMENTS, s -> s.reaction.getActions().add(Actions.log(s.log, longUnsigned(1), longUnsigned(2))),
						s -> s.reaction.getActions().add(Actions.log(s.log, longUnsigned(1)))),
				rule(ActionRules.NO_METHOD, s -> s.reaction.getActions().add(Actions.call(s.clock, 9, integer(0))),
						s -> s.reaction.getActions().add(Actions.call(s.clock, 1, integer(0)))),
				rule(ActionRules.NO_ATTRIBUTE, s -> s.reaction.getActions().add(Actions.set(s.total, 3, structure(integer(0), enumerated(30)))),
						s -> s.reaction.getActions().add(Actions.set(s.lastEvent, 2, longUnsigned(1)))),
				rule(ActionRules.VALUE, s -> s.reaction.getActions().add(Actions.set(s.lastEvent, 2, bool(true))),
						s -> s.reaction.getActions().add(Actions.set(s.lastEvent, 2, longUnsigned(1)))),
				rule(ActionRules.NO_SCRIPT, s -> s.reaction.getActions().add(Actions.run(s.scripts, 99)),
						s -> s.reaction.getActions().add(Actions.run(s.scripts, 52))),
				rule(ActionRules.NO_SCRIPT, s -> s.reaction.getActions().add(Actions.call(s.scripts, 1, longUnsigned(99))),
						s -> s.reaction.getActions().add(Actions.call(s.scripts, 1, longUnsigned(52)))));
	}
}
