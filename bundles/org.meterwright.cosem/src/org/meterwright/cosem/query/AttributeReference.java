// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * A reference to an attribute in a value: capture object and push object definitions, value definitions of monitors, charge references
 * and protection objects. They are structures that begin with class_id, logical_name and attribute_index; data_index may follow.
 *
 * @param classId     class_id; 0: the reference is empty
 * @param logicalName logical name
 * @param attribute   attribute_index; 0: all attributes
 * @param dataIndex   data_index; 0: the whole attribute
 */
public record AttributeReference(int classId, LogicalName logicalName, int attribute, int dataIndex) {
	/** Makes a reference to a whole attribute. */
	public AttributeReference(int classId, LogicalName logicalName, int attribute) {
		this(classId, logicalName, attribute, 0);
	}

	/** Reads a structure; nothing: it is no reference. */
	public static Optional<AttributeReference> of(Value value) {
		List<Value> fields = value instanceof Value.Structure structure ? structure.fields() : List.of();
		if (fields.size() < 3) {
			return Optional.empty();
		}
		OptionalLong classId = Values.number(fields.get(0));
		Optional<LogicalName> name = Values.asLogicalName(fields.get(1));
		OptionalLong attribute = Values.number(fields.get(2));
		if (classId.isEmpty() || name.isEmpty() || attribute.isEmpty()) {
			return Optional.empty();
		}
		long dataIndex = fields.size() > 3 ? Values.number(fields.get(3)).orElse(0) : 0;
		return Optional.of(new AttributeReference((int) classId.getAsLong(), name.get(), (int) attribute.getAsLong(), (int) dataIndex));
	}

	/** Reads an array of structures and leaves out what is no reference. */
	public static List<AttributeReference> listOf(Value value) {
		return Values.parts(value).stream().map(AttributeReference::of).flatMap(Optional::stream).toList();
	}

	/** Tells whether the reference points to nothing, as class 0 does. */
	public boolean isEmpty() {
		return classId == 0;
	}

	/** Makes a capture_object_definition {class_id, logical_name, attribute_index, data_index} (Profile generic). */
	public Value captureObject() {
		return Values.structure(Values.longUnsigned(classId), Values.logicalName(logicalName), Values.integer(attribute), Values.longUnsigned(dataIndex));
	}

	/** Makes a value_definition {class_id, logical_name, attribute_index} (Register monitor, Limiter). */
	public Value valueDefinition() {
		return Values.structure(Values.longUnsigned(classId), Values.logicalName(logicalName), Values.integer(attribute));
	}
}
