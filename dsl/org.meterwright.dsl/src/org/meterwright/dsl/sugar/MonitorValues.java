// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;

import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * Thresholds and actions of a Register monitor (class 21). Thresholds ascend. With hysteresis there are two: the actions stand at the
 * threshold and in the direction where they happen, the other two places run nothing.
 */
record MonitorValues(Value thresholds, Value actions) {

	/** Makes one threshold with actions both ways. */
	static MonitorValues single(Comparison comparison, Value threshold, ScriptCall there, ScriptCall back) {
		Value set = rises(comparison) ? actionSet(there, back) : actionSet(back, there);
		return new MonitorValues(Data.array(List.of(threshold)), Data.array(List.of(set)));
	}

	/** Makes two thresholds: actions at the first, the way back at the second. */
	static MonitorValues hysteresis(Comparison comparison, Value threshold, Value backThreshold, ScriptCall there, ScriptCall back) {
		if (rises(comparison)) {
			return new MonitorValues(Data.array(List.of(backThreshold, threshold)),
					Data.array(List.of(actionSet(ScriptCall.NONE, back), actionSet(there, ScriptCall.NONE))));
		}
		return new MonitorValues(Data.array(List.of(threshold, backThreshold)),
				Data.array(List.of(actionSet(ScriptCall.NONE, there), actionSet(back, ScriptCall.NONE))));
	}

	/** Tells whether the reaction happens when the value rises. */
	static boolean rises(Comparison comparison) {
		return comparison == Comparison.GREATER || comparison == Comparison.GREATER_OR_EQUAL;
	}

	private static Value actionSet(ScriptCall up, ScriptCall down) {
		return Values.structure(Data.script(up), Data.script(down));
	}
}
