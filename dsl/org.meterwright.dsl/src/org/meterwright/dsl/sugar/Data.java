// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;

/** Short constructors of values that sugar becomes. */
final class Data {
	private Data() {
	}

	static Value unsigned(int value) {
		return new Value.Int(DataTag.UNSIGNED, value);
	}

	static Value longUnsigned(int value) {
		return new Value.Int(DataTag.LONG_UNSIGNED, value);
	}

	static Value doubleLongUnsigned(long value) {
		return new Value.Int(DataTag.DOUBLE_LONG_UNSIGNED, value);
	}

	static Value integer(int value) {
		return new Value.Int(DataTag.INTEGER, value);
	}

	static Value enumeration(int value) {
		return new Value.Int(DataTag.ENUM, value);
	}

	static Value octets(Bytes bytes) {
		return new Value.Octets(bytes);
	}

	static Value name(LogicalName name) {
		return octets(name.bytes());
	}

	static Value structure(Value... fields) {
		return new Value.Structure(List.of(fields));
	}

	static Value array(List<Value> elements) {
		return new Value.Array(elements);
	}

	/** Makes {class_id, logical_name, attribute_index}. */
	static Value reference(CosemObject object, int attribute) {
		return structure(longUnsigned(object.getInterfaceClass().getClassId()), name(object.getLogicalName()), integer(attribute));
	}

	/** Makes {script_logical_name, script_selector}. */
	static Value script(ScriptCall call) {
		return structure(name(call.table()), longUnsigned(call.id()));
	}
}
