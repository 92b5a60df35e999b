// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Constructors of values that several kinds of sugar become. */
final class Data {
	private Data() {
	}

	static Value array(List<Value> elements) {
		return new Value.Array(elements);
	}

	/** Makes {class_id, logical_name, attribute_index}. */
	static Value reference(CosemObject object, int attribute) {
		return Values.structure(Values.longUnsigned(object.getInterfaceClass().getClassId()), Values.logicalName(object.getLogicalName()),
				Values.integer(attribute));
	}

	/** Makes {script_logical_name, script_selector}. */
	static Value script(ScriptCall call) {
		return Values.structure(Values.logicalName(call.table()), Values.longUnsigned(call.id()));
	}
}
