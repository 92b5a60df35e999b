// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.query;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * A script of a Script table (class 9, attribute 2): {script_identifier, actions}.
 *
 * @param id    script_identifier
 * @param steps what it does, in order
 */
public record Script(int id, List<Step> steps) {
	/** service_id of writing an attribute. */
	public static final int WRITE = 1;
	/** service_id of executing a method. */
	public static final int EXECUTE = 2;

	/** Copies the steps. */
	public Script {
		steps = List.copyOf(steps);
	}

	/**
	 * An action of a script: {service_id, class_id, logical_name, index, parameter}.
	 *
	 * @param service     {@link Script#WRITE} or {@link Script#EXECUTE}
	 * @param classId     class_id
	 * @param logicalName logical name
	 * @param index       attribute or method
	 * @param parameter   value or method parameter
	 */
	public record Step(int service, int classId, LogicalName logicalName, int index, Value parameter) {

		private static Optional<Step> of(Value value) {
			List<Value> fields = Values.parts(value);
			if (fields.size() != 5) {
				return Optional.empty();
			}
			return Values.asLogicalName(fields.get(2)).map(name -> new Step(number(fields.get(0)), number(fields.get(1)), name, number(fields.get(3)), fields.get(4)));
		}

		private Value value() {
			return Values.structure(Values.enumerated(service), Values.longUnsigned(classId), Values.logicalName(logicalName), Values.integer(index), parameter);
		}
	}

	/** Reads the scripts of attribute 2 and leaves out what is none. */
	public static List<Script> listOf(Value scripts) {
		return Values.parts(scripts).stream().map(Values::parts).filter(fields -> fields.size() == 2)
				.map(fields -> new Script(number(fields.get(0)), Values.parts(fields.get(1)).stream().map(Step::of).flatMap(Optional::stream).toList()))
				.toList();
	}

	/** Makes the element of attribute 2. */
	public Value value() {
		return Values.structure(Values.longUnsigned(id), new Value.Array(steps.stream().map(Step::value).toList()));
	}

	private static int number(Value value) {
		return (int) Values.number(value).orElse(0);
	}
}
