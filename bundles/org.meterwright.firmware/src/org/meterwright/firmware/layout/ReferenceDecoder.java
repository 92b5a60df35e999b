// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * Recognises lists of capture and push objects: structures {class_id, logical_name, attribute_index, data_index}, with or without a fifth
 * field that says "no restriction". They are stored as references only if their encoding comes out the same.
 */
final class ReferenceDecoder {
	private static final Value UNRESTRICTED = Values.structure(Values.enumerated(0), Values.nothing());
	private static final int MOST = 0x3FFF;

	private final ObjectOrder order;
	private final int device;

	ReferenceDecoder(ObjectOrder order, int device) {
		this.order = order;
		this.device = device;
	}

	/** Reads a list and gives it a name; nothing: it is none, or holds more than references can say. */
	Optional<Descriptor.References> of(String name, Value value) {
		if (!(value instanceof Value.Array array) || array.elements().isEmpty() || array.elements().size() > MOST) {
			return Optional.empty();
		}
		boolean restricted = array.elements().getFirst() instanceof Value.Structure first && first.fields().size() == 5;
		List<Descriptor.Reference> references = new ArrayList<>();
		for (Value element : array.elements()) {
			Optional<Descriptor.Reference> reference = reference(element, restricted);
			if (reference.isEmpty()) {
				return Optional.empty();
			}
			references.add(reference.get());
		}
		return Optional.of(new Descriptor.References(name, references, restricted));
	}

	private Optional<Descriptor.Reference> reference(Value element, boolean restricted) {
		Optional<AttributeReference> read = AttributeReference.of(element);
		if (read.isEmpty() || !element.equals(canonical(read.get(), restricted)) || read.get().dataIndex() > 0xFF || Math.abs(read.get().attribute()) > 0x7F) {
			return Optional.empty();
		}
		AttributeReference reference = read.get();
		return order.find(device, reference.classId(), reference.logicalName())
				.map(object -> new Descriptor.Reference(object, reference.attribute(), reference.dataIndex()));
	}

	private static Value canonical(AttributeReference reference, boolean restricted) {
		Value four = reference.captureObject();
		if (!restricted) {
			return four;
		}
		List<Value> fields = new ArrayList<>(((Value.Structure) four).fields());
		fields.add(UNRESTRICTED);
		return new Value.Structure(fields);
	}
}
