// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.emit.CNames;

/** Decides for each attribute of an object where the access code finds it. */
final class AttributePlanner {
	private static final int ASSOCIATION_LN = 15;
	private static final int MOST_ATTRIBUTES = 0xFF;
	private static final LogicalName CURRENT = new LogicalName(0, 0, 40, 0, 0, 255);
	private static final Value EMPTY_LIST = new Value.Array(List.of());

	private final ObjectOrder order;

	AttributePlanner(ObjectOrder order) {
		this.order = order;
	}

	/** Tells whether an object is the current association 0-0:40.0.0. */
	static boolean isCurrentAssociation(CosemObject object) {
		return CosemObjects.classId(object) == ASSOCIATION_LN && object.getLogicalName().equals(CURRENT);
	}

	LaidObject plan(CosemObject object) {
		Map<Integer, Attribute> byIndex = byIndex(object);
		ObjectStorage ram = storage(byIndex, Storage.RAM);
		ObjectStorage nvm = storage(byIndex, Storage.NVM);
		int device = order.device(object);
		List<Descriptor> descriptors = new ArrayList<>();
		int last = byIndex.isEmpty() ? 1 : ((TreeMap<Integer, Attribute>) byIndex).lastKey();
		for (int index = 2; index <= last; index++) {
			descriptors.add(descriptor(object, device, index, Optional.ofNullable(byIndex.get(index)), ram, nvm));
		}
		return new LaidObject(order.number(object), object, device, descriptors, ram, nvm);
	}

	private static Map<Integer, Attribute> byIndex(CosemObject object) {
		Map<Integer, Attribute> byIndex = new TreeMap<>();
		for (Attribute attribute : object.getAttributes()) {
			int index = CosemObjects.index(attribute);
			if (index < 1 || index > MOST_ATTRIBUTES) {
				throw new FirmwareException(Text.of("object %s has an attribute %d; attributes are 1 to %d", object.getName(), index, MOST_ATTRIBUTES));
			}
			byIndex.put(index, attribute);
		}
		return byIndex;
	}

	/** Returns an attribute's value at first. */
	static Value value(Attribute attribute) {
		return CosemObjects.value(attribute).orElseGet(Value.Null::new);
	}

	private static ObjectStorage storage(Map<Integer, Attribute> byIndex, Storage storage) {
		return ObjectStorage.of(byIndex.entrySet().stream().filter(entry -> entry.getKey() > 1 && entry.getValue().getStorage() == storage)
				.map(entry -> member(entry.getKey(), entry.getValue())).filter(member -> member.form().size() > 0).toList());
	}

	private static ObjectStorage.Member member(int index, Attribute attribute) {
		Value value = value(attribute);
		return new ObjectStorage.Member(index, CNames.member(attribute.getDefinition().getName()), NativeForms.of(attribute, value), 0, value);
	}

	private Descriptor descriptor(CosemObject object, int device, int index, Optional<Attribute> found, ObjectStorage ram, ObjectStorage nvm) {
		if (CosemObjects.classId(object) == ASSOCIATION_LN && index == 2) {
			return objectList(object);
		}
		return found.map(attribute -> switch (attribute.getStorage()) {
			case ROM -> constant(device, value(attribute));
			case CALL -> new Descriptor.Call(handler(object, attribute));
			case RAM -> stored(Descriptor.Memory.RAM, ram, index, value(attribute));
			case NVM -> stored(Descriptor.Memory.NVM, nvm, index, value(attribute));
		}).orElseGet(Descriptor.Absent::new);
	}

	private Descriptor objectList(CosemObject object) {
		int association = order.association(object);
		if (association >= 0 || isCurrentAssociation(object)) {
			return new Descriptor.ObjectList(association);
		}
		return new Descriptor.Rom(Axdr.encode(EMPTY_LIST));
	}

	/** Returns the name of the function behind an attribute. */
	static String handler(CosemObject object, Attribute attribute) {
		String written = attribute.getHandler();
		return written != null && !written.isBlank() ? written : Text.of("%s_%s", object.getName(), attribute.getDefinition().getName());
	}

	/** Finds an attribute in storage; one that needs none, such as null-data, is a constant. */
	private static Descriptor stored(Descriptor.Memory memory, ObjectStorage storage, int attribute, Value value) {
		return storage.members().stream().filter(member -> member.attribute() == attribute).findFirst().<Descriptor>map(member -> switch (member.form()) {
			case NativeForm.Scalar scalar -> new Descriptor.Native(memory, scalar.tag(), member.offset());
			case NativeForm.Parts parts -> new Descriptor.Formed(memory, NativeForms.program(parts), member.offset());
		}).orElseGet(() -> new Descriptor.Rom(Axdr.encode(value)));
	}

	private Descriptor constant(int device, Value value) {
		Bytes encoding = Axdr.encode(value);
		return new ReferenceDecoder(order, device).of(value).map(Descriptor.class::cast).orElseGet(() -> new Descriptor.Rom(encoding));
	}
}
