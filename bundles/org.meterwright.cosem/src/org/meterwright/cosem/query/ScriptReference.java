// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.query;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * A reference to a script in a value: a structure {script_logical_name, script_selector}, as in action sets of monitors and limiters
 * and in executed_script of a single action schedule.
 *
 * @param table  logical name of the script table
 * @param script script_selector; 0: nothing is executed
 */
public record ScriptReference(LogicalName table, int script) {

	/** Reads a structure; nothing: it is no such reference. */
	public static Optional<ScriptReference> of(Value value) {
		if (!(value instanceof Value.Structure structure) || structure.fields().size() != 2) {
			return Optional.empty();
		}
		List<Value> fields = structure.fields();
		return Values.asLogicalName(fields.get(0))
				.flatMap(name -> Values.bigNumber(fields.get(1)).map(selector -> new ScriptReference(name, selector.intValue())));
	}

	/** Makes the structure {script_logical_name, script_selector}. */
	public Value value() {
		return Values.structure(Values.logicalName(table), Values.longUnsigned(script));
	}
}
