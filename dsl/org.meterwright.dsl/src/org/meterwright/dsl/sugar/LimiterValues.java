// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Durations (s) and actions of a Limiter (class 71): the side over the threshold and the side under it. */
record LimiterValues(Value over, Value under, Value actions) {

	/** Makes the values; for less-than the reaction is on the side under the threshold. */
	static LimiterValues of(Comparison comparison, long duration, long backDuration, ScriptCall there, ScriptCall back) {
		if (MonitorValues.rises(comparison)) {
			return make(duration, backDuration, there, back);
		}
		return make(backDuration, duration, back, there);
	}

	private static LimiterValues make(long over, long under, ScriptCall overAction, ScriptCall underAction) {
		return new LimiterValues(Values.doubleLongUnsigned(over), Values.doubleLongUnsigned(under),
				Values.structure(Data.script(overAction), Data.script(underAction)));
	}
}
