// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;

/**
 * A reference that stands in an attribute's value. References are known by the field names of the catalogue's types, so that those in a
 * maker's own classes are found too: {@code class_id} with {@code logical_name} and perhaps an index, or {@code script_logical_name} with
 * {@code script_selector}. Class 0 and script selector 0 refer to nothing.
 *
 * @param holder      attribute that holds it
 * @param kind        what is referred to
 * @param classId     class of the object
 * @param logicalName logical name of the object
 * @param member      attribute, method or script; 0: none or all
 * @param dataIndex   element of a structured attribute; 0: the whole
 * @param parameter   value written or passed
 */
public record Reference(Attribute holder, Kind kind, int classId, LogicalName logicalName, int member, int dataIndex,
		Optional<TypedValue> parameter) {
	private static final int SCRIPT_TABLE = 9;
	private static final int SERVICE_EXECUTE = 2;
	private static final List<String> ATTRIBUTE_FIELDS = List.of("attribute_index", "attribute_id");

	/** What is referred to. */
	public enum Kind {
		/** An object. */
		OBJECT,
		/** An attribute of an object. */
		ATTRIBUTE,
		/** An attribute of an object, to be written. */
		WRITE,
		/** A method of an object. */
		METHOD,
		/** A script of a script table. */
		SCRIPT
	}

	static List<Reference> of(Attribute attribute) {
		List<Reference> found = new ArrayList<>();
		TypedValue.of(attribute).ifPresent(value -> collect(attribute, value, found));
		return List.copyOf(found);
	}

	private static void collect(Attribute holder, TypedValue value, List<Reference> found) {
		if (value.value() instanceof Value.Structure) {
			of(holder, value).ifPresent(found::add);
		}
		value.parts().forEach(part -> collect(holder, part, found));
	}

	private static Optional<Reference> of(Attribute holder, TypedValue value) {
		Optional<LogicalName> script = value.logicalName("script_logical_name");
		if (script.isPresent()) {
			int selector = (int) value.number("script_selector");
			return selector == 0 ? Optional.empty()
					: Optional.of(new Reference(holder, Kind.SCRIPT, SCRIPT_TABLE, script.get(), selector, 0, Optional.empty()));
		}
		Optional<LogicalName> name = value.logicalName("logical_name");
		int classId = (int) value.number("class_id");
		return name.isEmpty() || classId == 0 ? Optional.empty() : Optional.of(object(holder, value, classId, name.get()));
	}

	private static Reference object(Attribute holder, TypedValue value, int classId, LogicalName name) {
		if (value.field("service_id").isPresent()) {
			Kind kind = value.number("service_id") == SERVICE_EXECUTE ? Kind.METHOD : Kind.WRITE;
			return new Reference(holder, kind, classId, name, (int) value.number("index"), 0, value.field("parameter"));
		}
		for (String field : ATTRIBUTE_FIELDS) {
			if (value.field(field).isPresent()) {
				int dataIndex = (int) value.number("data_index");
				return new Reference(holder, Kind.ATTRIBUTE, classId, name, (int) value.number(field), dataIndex, Optional.empty());
			}
		}
		if (value.field("method_index").isPresent()) {
			return new Reference(holder, Kind.METHOD, classId, name, (int) value.number("method_index"), 0, Optional.empty());
		}
		return new Reference(holder, Kind.OBJECT, classId, name, 0, 0, Optional.empty());
	}
}
