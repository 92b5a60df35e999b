// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.query;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.type.Zero;
import org.meterwright.cosem.value.Value;

/** Questions that are often asked of one object or class. */
public final class CosemObjects {
	private CosemObjects() {
	}

	/** Finds an attribute that is present. */
	public static Optional<Attribute> attribute(CosemObject object, int index) {
		List<Attribute> attributes = object.getAttributes();
		for (int i = 0; i < attributes.size(); i++) { // without an iterator: this is asked for every attribute, many times
			if (index(attributes.get(i)) == index) {
				return Optional.of(attributes.get(i));
			}
		}
		return Optional.empty();
	}

	/** Finds an attribute that is present, by its name in the standard. */
	public static Optional<Attribute> attribute(CosemObject object, String name) {
		for (Attribute attribute : object.getAttributes()) {
			if (attribute.getDefinition() != null && name.equals(attribute.getDefinition().getName())) {
				return Optional.of(attribute);
			}
		}
		return Optional.empty();
	}

	/** Returns an attribute's index; 0: it has no definition. */
	public static int index(Attribute attribute) {
		return attribute.getDefinition() == null ? 0 : attribute.getDefinition().getIndex();
	}

	/** Finds the value that the model gives to an attribute: the written one, or the type's zero; nothing where firmware provides it. */
	public static Optional<Value> value(CosemObject object, int index) {
		return attribute(object, index).flatMap(CosemObjects::value);
	}

	/** Finds the value that the model gives to an attribute: the written one, or the type's zero; nothing where firmware provides it. */
	public static Optional<Value> value(Attribute attribute) {
		if (attribute.getValue() != null) {
			return Optional.of(attribute.getValue());
		}
		return switch (attribute.getStorage()) {
			case CALL -> Optional.empty();
			default -> Optional.ofNullable(attribute.getType()).map(Zero::of);
		};
	}

	/** Finds an attribute of a class. */
	public static Optional<AttributeDefinition> definition(InterfaceClass interfaceClass, int index) {
		for (AttributeDefinition attribute : interfaceClass.getAttributes()) {
			if (attribute.getIndex() == index) {
				return Optional.of(attribute);
			}
		}
		return Optional.empty();
	}

	/** Finds an attribute of a class by name. */
	public static Optional<AttributeDefinition> definition(InterfaceClass interfaceClass, String name) {
		return interfaceClass.getAttributes().stream().filter(attribute -> name.equals(attribute.getName())).findFirst();
	}

	/** Finds a method of a class. */
	public static Optional<MethodDefinition> method(InterfaceClass interfaceClass, int index) {
		for (MethodDefinition method : interfaceClass.getMethods()) {
			if (method.getIndex() == index) {
				return Optional.of(method);
			}
		}
		return Optional.empty();
	}

	/** Returns an object's class_id; 0: it has no class. */
	public static int classId(CosemObject object) {
		return object.getInterfaceClass() == null ? 0 : object.getInterfaceClass().getClassId();
	}

	/** Returns the version of an object's class. */
	public static int version(CosemObject object) {
		return object.getInterfaceClass() == null ? 0 : object.getInterfaceClass().getVersion();
	}

	/** Returns the logical device that holds an object. */
	public static Optional<LogicalDevice> device(CosemObject object) {
		return object.eContainer() instanceof LogicalDevice device ? Optional.of(device) : Optional.empty();
	}

	/** Returns the meter that holds a logical device. */
	public static Optional<Meter> meter(LogicalDevice device) {
		return device.eContainer() instanceof Meter meter ? Optional.of(meter) : Optional.empty();
	}
}
