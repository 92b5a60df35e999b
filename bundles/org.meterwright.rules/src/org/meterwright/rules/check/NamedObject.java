// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;

/**
 * A logical name in an attribute's value that says by the name of its field what it refers to, such as {@code credit_reference}.
 *
 * @param field       field of a structure, or the attribute
 * @param logicalName logical name
 */
public record NamedObject(String field, LogicalName logicalName) {
	private static final int OCTETS = 6;
	private static final LogicalName NOTHING = new LogicalName(0, 0, 0, 0, 0, 0);
	private static final LogicalName NOTHING_EITHER = LogicalName.valueOf("0-0:0.0.0*255");

	/** Tells whether a value has room for a logical name. Most have none, and need no second look. */
	static boolean mayName(Value value) {
		return switch (value) {
			case Value.Octets octets -> octets.bytes().length() == OCTETS;
			case Value.Structure structure -> anyMayName(structure.fields());
			case Value.Array array -> anyMayName(array.elements());
			case Value.CompactArray array -> anyMayName(array.elements());
			case null, default -> false;
		};
	}

	private static boolean anyMayName(List<Value> parts) {
		for (Value part : parts) {
			if (mayName(part)) {
				return true;
			}
		}
		return false;
	}

	static List<NamedObject> of(Attribute attribute) {
		if (attribute.getDefinition() == null) {
			return List.of();
		}
		List<NamedObject> found = new ArrayList<>();
		TypedValue.of(attribute).ifPresent(value -> collect(attribute.getDefinition().getName(), value, found));
		return List.copyOf(found);
	}

	private static void collect(String name, TypedValue value, List<NamedObject> found) {
		switch (value.value()) {
			case Value.Octets ignored when name != null && name.contains("_reference") -> value.logicalName()
					.filter(given -> !given.equals(NOTHING) && !given.equals(NOTHING_EITHER)).ifPresent(given -> found.add(new NamedObject(name, given)));
			case Value.Array ignored -> value.elements().forEach(element -> collect(name, element, found));
			case Value.CompactArray ignored -> value.elements().forEach(element -> collect(name, element, found));
			case Value.Structure ignored -> value.named().forEach((field, part) -> collect(field, part, found));
			default -> {
				// no room for a logical name
			}
		}
	}
}
