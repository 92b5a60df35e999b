// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.DataType.ArrayOf;
import org.meterwright.cosem.type.DataType.Choice;
import org.meterwright.cosem.type.DataType.StructureOf;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;

/**
 * A value together with what its type says of it, so that fields are found by their names in the catalogue.
 *
 * @param type  type; a choice is narrowed to the option that the value takes
 * @param value value
 */
public record TypedValue(DataType type, Value value) {
	private static final int LOGICAL_NAME_OCTETS = 6;

	/** Narrows a choice. */
	public TypedValue {
		type = narrow(type, value);
	}

	/** Returns the value of an attribute in the class's type, which names the fields; nothing when there is no value. */
	public static Optional<TypedValue> of(Attribute attribute) {
		if (attribute.getValue() == null) {
			return Optional.empty();
		}
		DataType own = attribute.getType();
		boolean useful = own != null && !(own.bare() instanceof DataType.Any);
		DataType type = useful ? own : attribute.getDefinition().getType();
		return Optional.of(new TypedValue(type, attribute.getValue()));
	}

	private static DataType narrow(DataType type, Value value) {
		if (type.bare() instanceof Choice choice) {
			return choice.options().stream().filter(option -> TypeCheck.accepts(option, value.tag())).findFirst()
					.map(option -> narrow(option, value)).orElse(new DataType.Any());
		}
		return type;
	}

	/** Returns the elements of an array or compact-array. */
	public List<TypedValue> elements() {
		DataType element = switch (type.bare()) {
			case ArrayOf array -> array.element();
			case DataType.CompactOf array -> array.element();
			default -> new DataType.Any();
		};
		return switch (value) {
			case Value.Array array -> array.elements().stream().map(each -> new TypedValue(element, each)).toList();
			case Value.CompactArray array -> array.elements().stream().map(each -> new TypedValue(element, each)).toList();
			default -> List.of();
		};
	}

	/** Returns the fields of a structure. */
	public List<TypedValue> fields() {
		if (!(value instanceof Value.Structure structure)) {
			return List.of();
		}
		List<DataType.Field> types = type.bare() instanceof StructureOf declared ? declared.fields() : List.of();
		return IntStream.range(0, structure.fields().size())
				.mapToObj(i -> new TypedValue(i < types.size() ? types.get(i).type() : new DataType.Any(), structure.fields().get(i))).toList();
	}

	/** Returns the fields of a structure or the elements of an array. */
	public List<TypedValue> parts() {
		return value instanceof Value.Structure ? fields() : elements();
	}

	/** Returns the fields of a structure by their names in the type; none where the type does not name them. */
	public Map<String, TypedValue> named() {
		Map<String, TypedValue> map = new LinkedHashMap<>();
		if (type.bare() instanceof StructureOf declared) {
			List<TypedValue> parts = fields();
			for (int i = 0; i < parts.size() && i < declared.fields().size(); i++) {
				map.put(declared.fields().get(i).name(), parts.get(i));
			}
		}
		return map;
	}

	/** Finds a field of a structure by its name in the type. */
	public Optional<TypedValue> field(String name) {
		if (type.bare() instanceof StructureOf declared && value instanceof Value.Structure structure) {
			for (int i = 0; i < declared.fields().size() && i < structure.fields().size(); i++) {
				if (declared.fields().get(i).name().equals(name)) {
					return Optional.of(new TypedValue(declared.fields().get(i).type(), structure.fields().get(i)));
				}
			}
		}
		return Optional.empty();
	}

	/** Returns the number in a field; 0 when there is none. */
	public long number(String field) {
		return field(field).map(TypedValue::number).orElse(OptionalLong.empty()).orElse(0);
	}

	/** Returns the logical name in a field. */
	public Optional<LogicalName> logicalName(String field) {
		return field(field).flatMap(TypedValue::logicalName);
	}

	/** Returns the value as a number. */
	public OptionalLong number() {
		return value instanceof Value.Int number ? OptionalLong.of(number.value().longValue()) : OptionalLong.empty();
	}

	/** Returns the value as a logical name: six octets. */
	public Optional<LogicalName> logicalName() {
		return value instanceof Value.Octets octets && octets.bytes().length() == LOGICAL_NAME_OCTETS ? Optional.of(LogicalName.of(octets.bytes()))
				: Optional.empty();
	}
}
