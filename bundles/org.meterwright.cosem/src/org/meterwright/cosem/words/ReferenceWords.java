// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Says structures that point to something: attributes, scripts, the writes and calls of a script. */
final class ReferenceWords {
	private static final List<String> ATTRIBUTE = List.of("class_id", "logical_name", "attribute_index");
	private static final List<String> SCRIPT = List.of("script_logical_name", "script_selector");
	private static final List<String> ACTION = List.of("service_id", "class_id", "logical_name", "index", "parameter");
	private static final String DATA_INDEX = "data_index";
	private static final int WRITE = 1;

	private final ValueWords words;
	private final ObjectNames names;

	ReferenceWords(ValueWords words, ObjectNames names) {
		this.words = words;
		this.names = names;
	}

	/** Says a structure that points to something; nothing: it does not. */
	Optional<String> text(DataType.StructureOf structure, Value.Structure value) {
		List<String> fields = structure.fields().stream().map(DataType.Field::name).toList();
		if (begins(fields, ATTRIBUTE)) {
			return AttributeReference.of(value).map(reference -> attribute(structure, value, reference));
		}
		if (fields.equals(SCRIPT)) {
			return Values.asLogicalName(value.fields().get(0)).map(table -> names.script(table, number(value, 1)));
		}
		return fields.equals(ACTION) ? Values.asLogicalName(value.fields().get(2)).map(name -> action(value, name)) : Optional.empty();
	}

	private static boolean begins(List<String> fields, List<String> start) {
		return fields.size() >= start.size() && fields.subList(0, start.size()).equals(start);
	}

	private String attribute(DataType.StructureOf structure, Value.Structure value, AttributeReference reference) {
		if (reference.isEmpty()) {
			return "nothing";
		}
		String target = names.attribute(reference.classId(), reference.logicalName(), reference.attribute());
		int from = structure.fields().size() > ATTRIBUTE.size() && structure.fields().get(ATTRIBUTE.size()).name().equals(DATA_INDEX) ? ATTRIBUTE.size() + 1
				: ATTRIBUTE.size();
		String part = reference.dataIndex() == 0 ? "" : ", element %s".formatted(reference.dataIndex());
		return from == structure.fields().size() ? target + part : "%s%s, %s".formatted(target, part, words.fields(structure, value, from));
	}

	private String action(Value.Structure value, LogicalName name) {
		int classId = number(value, 1);
		int index = number(value, 3);
		Value parameter = value.fields().get(4);
		if (number(value, 0) == WRITE) {
			Optional<Attribute> target = names.find(classId, name).flatMap(object -> CosemObjects.attribute(object, index));
			return "set %s = %s".formatted(names.attribute(classId, name, index),
					target.map(each -> words.text(each, parameter)).orElseGet(() -> words.text(new DataType.Any(), parameter)));
		}
		DataType type = names.find(classId, name).flatMap(object -> CosemObjects.method(object.getInterfaceClass(), index))
				.flatMap(each -> Optional.ofNullable(each.getParameter())).orElse(new DataType.Any());
		return "call %s(%s)".formatted(names.method(classId, name, index), words.text(type, parameter));
	}

	private static int number(Value.Structure value, int field) {
		return (int) Values.number(value.fields().get(field)).orElse(0);
	}

	/** Finds in what an attribute counts: in its own scaler and unit, thresholds in those of the attribute that is monitored. */
	Optional<ScalerUnit> scale(CosemObject object, AttributeDefinition attribute) {
		if (attribute.getName() != null && attribute.getName().startsWith("threshold")) {
			Optional<AttributeReference> monitored = CosemObjects.attribute(object, "monitored_value").map(Attribute::getValue).flatMap(AttributeReference::of);
			return monitored.flatMap(each -> names.find(each.classId(), each.logicalName()).flatMap(target -> ScalerUnit.of(target, each.attribute())));
		}
		return countable(attribute.getType()) ? ScalerUnit.of(object, attribute.getIndex()) : Optional.empty();
	}

	private static boolean countable(DataType type) {
		return switch (type == null ? new DataType.Any() : type.bare()) {
			case DataType.Simple simple -> simple.tag().isInteger() && simple.tag() != DataTag.ENUM;
			case DataType.Choice choice -> true;
			case DataType.Any any -> true;
			default -> false;
		};
	}
}
