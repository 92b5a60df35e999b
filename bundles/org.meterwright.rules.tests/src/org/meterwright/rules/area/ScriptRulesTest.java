// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.bool;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.rules.area.Sample.call;
import static org.meterwright.rules.area.Sample.script;
import static org.meterwright.rules.area.Sample.write;

import java.util.List;

import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.value.Value;

class ScriptRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ScriptRules.DUPLICATE_ID, s -> more(s, script(52, call(70, SUPPLY, 2))),
						s -> more(s, script(53, call(70, SUPPLY, 2)))),
				rule(ScriptRules.ZERO_ID, s -> more(s, script(0, call(70, SUPPLY, 2))),
						s -> more(s, script(1, call(70, SUPPLY, 2)))),
				rule(ScriptRules.NO_ACTION, s -> more(s, script(54)),
						s -> more(s, script(54, write(70, SUPPLY, 3, enumerated(2))))),
				rule(ScriptRules.WRITES_CONSTANT, s -> more(s, script(54, write(70, SUPPLY, 4, enumerated(1)))),
						s -> more(s, script(54, write(70, SUPPLY, 3, enumerated(1))))),
				rule(ScriptRules.VALUE, s -> more(s, script(54, write(70, SUPPLY, 3, bool(true)))),
						s -> more(s, script(54, write(70, SUPPLY, 3, enumerated(2))))),
				rule(ScriptRules.LOOP, s -> more(s, script(54, execute(54))),
						s -> more(s, script(54, execute(52)))),
				rule(ScriptRules.NAME, s -> named(s, 99),
						s -> named(s, 52)));
	}

	private static final String SUPPLY = "0-0:96.3.10*255";

	private static void more(Sample s, Value more) {
		s.value(s.scripts, 2, array(script(51, call(70, SUPPLY, 2)), script(52, call(70, SUPPLY, 1)), more));
	}

	private static Value execute(int script) {
		return structure(enumerated(2), longUnsigned(9), logicalName("0-0:10.0.106*255"), integer(1), longUnsigned(script));
	}

	private static void named(Sample s, int id) {
		ScriptName name = CosemFactory.eINSTANCE.createScriptName();
		name.setName("some");
		name.setScriptId(id);
		s.scripts.getScripts().add(name);
	}
}
