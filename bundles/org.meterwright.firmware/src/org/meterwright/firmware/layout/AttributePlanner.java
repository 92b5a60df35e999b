// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
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

	private static final Comparator<Attribute> BY_INDEX = (one, other) -> Integer.compare(CosemObjects.index(one), CosemObjects.index(other));

	private final ObjectOrder order;
	private final ProfilePlanner profiles;

	AttributePlanner(ObjectOrder order) {
		this.order = order;
		this.profiles = new ProfilePlanner(order);
	}

	private boolean isBuffer(Attribute attribute, int index) {
		return index == ProfilePlanner.BUFFER && attribute.eContainer() instanceof CosemObject object && isBuffer(object, index);
	}

	private boolean isBuffer(CosemObject object, int index) {
		return index == ProfilePlanner.BUFFER && profiles.of(object).isPresent();
	}

	/** Tells whether an object is the current association 0-0:40.0.0. */
	static boolean isCurrentAssociation(CosemObject object) {
		return CosemObjects.classId(object) == ASSOCIATION_LN && object.getLogicalName().equals(CURRENT);
	}

	LaidObject plan(CosemObject object) {
		List<Attribute> byIndex = byIndex(object);
		ObjectStorage ram = storage(byIndex, Storage.RAM);
		ObjectStorage nvm = storage(byIndex, Storage.NVM);
		int device = order.device(object);
		List<Descriptor> descriptors = new ArrayList<>(byIndex.size());
		for (Attribute attribute : byIndex) {
			int index = CosemObjects.index(attribute);
			while (descriptors.size() + 2 < index) {
				descriptors.add(descriptor(object, device, descriptors.size() + 2, Optional.empty(), ram, nvm));
			}
			if (index > 1) {
				descriptors.add(descriptor(object, device, index, Optional.of(attribute), ram, nvm));
			}
		}
		return new LaidObject(order.number(object), object, device, descriptors, ram, nvm);
	}

	/** Returns the attributes in the order of their indexes; of several with one index the last. */
	private static List<Attribute> byIndex(CosemObject object) {
		List<Attribute> byIndex = new ArrayList<>(object.getAttributes());
		if (isAscending(byIndex)) {
			return byIndex;
		}
		byIndex.sort(BY_INDEX);
		for (int i = byIndex.size() - 1; i >= 0; i--) {
			int index = CosemObjects.index(byIndex.get(i));
			if (index < 1 || index > MOST_ATTRIBUTES) {
				throw new FirmwareException(Text.of("object %s has an attribute %d; attributes are 1 to %d", object.getName(), index, MOST_ATTRIBUTES), object);
			}
			if (i > 0 && CosemObjects.index(byIndex.get(i - 1)) == index) {
				byIndex.remove(i - 1);
			}
		}
		return byIndex;
	}

	/** Tells whether attributes stand in their order already, as they mostly do, each with an index that tables can hold. */
	private static boolean isAscending(List<Attribute> attributes) {
		int before = 0;
		for (Attribute attribute : attributes) {
			int index = CosemObjects.index(attribute);
			if (index <= before || index > MOST_ATTRIBUTES) {
				return false;
			}
			before = index;
		}
		return true;
	}

	/** Returns an attribute's value at first. */
	static Value value(Attribute attribute) {
		return CosemObjects.value(attribute).orElseGet(Value.Null::new);
	}

	private ObjectStorage storage(List<Attribute> byIndex, Storage storage) {
		List<ObjectStorage.Member> members = new ArrayList<>();
		for (Attribute attribute : byIndex) {
			int index = CosemObjects.index(attribute);
			if (attribute.getStorage() == storage && index > 1 && !isBuffer(attribute, index)) {
				ObjectStorage.Member member = member(index, attribute);
				if (member.form().size() > 0) {
					members.add(member);
				}
			}
		}
		return ObjectStorage.of(members);
	}

	private static ObjectStorage.Member member(int index, Attribute attribute) {
		Value value = value(attribute);
		return new ObjectStorage.Member(index, CNames.member(attribute.getDefinition().getName()), NativeForms.of(attribute, value), 0, value);
	}

	private Descriptor descriptor(CosemObject object, int device, int index, Optional<Attribute> found, ObjectStorage ram, ObjectStorage nvm) {
		if (CosemObjects.classId(object) == ASSOCIATION_LN && index == 2) {
			return objectList(object);
		}
		if (isBuffer(object, index)) {
			return new Descriptor.Buffer(profiles.of(object).orElseThrow());
		}
		return found.map(attribute -> switch (attribute.getStorage()) {
			case ROM -> constant(object, index, device, value(attribute));
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
		for (ObjectStorage.Member member : storage.members()) {
			if (member.attribute() == attribute) {
				return switch (member.form()) {
					case NativeForm.Scalar scalar -> new Descriptor.Native(memory, scalar.tag(), member.offset());
					case NativeForm.Parts parts -> new Descriptor.Formed(memory, NativeForms.program(parts), member.offset());
				};
			}
		}
		return new Descriptor.Rom(Axdr.encode(value));
	}

	private Descriptor constant(CosemObject object, int index, int device, Value value) {
		if (!(value instanceof Value.Array)) {
			return new Descriptor.Rom(Axdr.encode(value));
		}
		return new ReferenceDecoder(order, device).of(Text.of("%s_a%d", order.tag(object), index), value).map(Descriptor.class::cast).orElseGet(() -> new Descriptor.Rom(Axdr.encode(value)));
	}
}
