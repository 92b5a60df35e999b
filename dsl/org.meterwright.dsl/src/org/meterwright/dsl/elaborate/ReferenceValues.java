// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.RefValue;

/** Names of objects and attributes as values: a logical name, or a structure of class, logical name and index. */
final class ReferenceValues {
	private final Values.ObjectNames objects;

	ReferenceValues(Values.ObjectNames objects) {
		this.objects = objects;
	}

	/** Returns the logical name of an object. */
	Value logicalName(RefValue expr, Scope scope) {
		List<Referent> found = objects.resolve(expr.getFirst(), scope);
		if (found.isEmpty()) {
			throw new ValueProblem("MW-LANG-050", expr, "");
		}
		return octets(single(expr, found));
	}

	private static Referent single(RefValue expr, List<Referent> found) {
		if (found.size() > 1) {
			throw new ValueProblem("MW-LANG-022", expr, "%s is a family of %d; say which member: %s".formatted(Resolver.text(expr.getFirst()), found.size(),
					found.getFirst().text()), found.getFirst().text());
		}
		return found.getFirst();
	}

	private static Value octets(Referent referent) {
		return new Value.Octets(referent.object().getLogicalName().bytes());
	}

	/** Returns the values of a family's members for an array of names; nothing when the name is no family. */
	List<Value> spread(RefValue expr, DataType type, Scope scope) {
		boolean octets = type.bare() instanceof DataType.Simple plain && plain.tag() == DataTag.OCTET_STRING;
		boolean structure = type.bare() instanceof DataType.StructureOf it && takesObject(it);
		if (!octets && !structure) {
			return List.of();
		}
		List<Referent> found = objects.resolve(expr.getFirst(), scope);
		if (found.isEmpty()) {
			throw new ValueProblem("MW-LANG-050", expr, "");
		}
		List<Value> values = new ArrayList<>(found.size());
		for (Referent each : found) {
			values.add(octets ? octets(each) : structure(expr, each, (DataType.StructureOf) type.bare()));
		}
		return values;
	}

	/** Tells whether a structure names an object, so that the object's name can stand for it. */
	static boolean takesObject(DataType.StructureOf structure) {
		return structure.fields().stream().anyMatch(field -> field.name().equals("class_id"))
				&& structure.fields().stream().anyMatch(field -> field.name().equals("logical_name"));
	}

	/** Returns the structure that names an object or attribute. */
	Value structure(RefValue expr, DataType.StructureOf structure, Scope scope) {
		List<Referent> found = objects.resolve(expr.getFirst(), scope);
		if (found.isEmpty()) {
			throw new ValueProblem("MW-LANG-050", expr, "");
		}
		return structure(expr, single(expr, found), structure);
	}

	private static Value structure(RefValue expr, Referent referent, DataType.StructureOf structure) {
		List<Value> fields = new ArrayList<>();
		for (DataType.Field field : structure.fields()) {
			fields.add(switch (field.name()) {
				case "class_id" -> number(expr, field, referent.object().getInterfaceClass().getClassId());
				case "logical_name" -> octets(referent);
				case "attribute_index", "attribute_id" -> number(expr, field, index(expr, referent));
				case "data_index" -> number(expr, field, referent.dataIndex());
				default -> throw new ValueProblem("MW-LANG-052", expr, "a name alone does not say %s; write the structure out: { class_id: ..., ... }".formatted(field.name()));
			});
		}
		return new Value.Structure(fields);
	}

	private static int index(RefValue expr, Referent referent) {
		return referent.attribute().map(AttributeDefinition::getIndex).orElseThrow(
				() -> new ValueProblem("MW-LANG-024", expr, "say which attribute of %s".formatted(referent.symbol().fullName())));
	}

	private static Value number(RefValue expr, DataType.Field field, int number) {
		if (!(field.type().bare() instanceof DataType.Simple plain) || !plain.tag().isInteger()) {
			throw new ValueProblem("MW-LANG-052", expr, "a name alone does not say %s; write the structure out".formatted(field.name()));
		}
		return new Value.Int(plain.tag(), number);
	}
}
