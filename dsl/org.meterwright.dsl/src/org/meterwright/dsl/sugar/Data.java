// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;

import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Constructors of values that several kinds of sugar become. */
final class Data {
	private Data() {
	}

	static Value array(List<Value> elements) {
		return new Value.Array(elements);
	}

	/** Makes {script_logical_name, script_selector}. */
	static Value script(ScriptCall call) {
		return Values.structure(Values.logicalName(call.table()), Values.longUnsigned(call.id()));
	}
}
