// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.SelectorDefinition;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;

/** Declares an interface class. Types are given in the notation of the language. */
public final class ClassBuilder {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;

	private final InterfaceClass interfaceClass = FACTORY.createInterfaceClass();

	/** Starts a class with its attribute 1, logical_name. */
	public ClassBuilder(String name, int classId, int version) {
		interfaceClass.setName(name);
		interfaceClass.setClassId(classId);
		interfaceClass.setVersion(version);
		attribute(1, "logical_name", "octet-string(6)", Dynamics.STATIC);
	}

	/** Marks a class that the catalogue does not know. */
	public ClassBuilder opaque() {
		interfaceClass.setOpaque(true);
		return this;
	}

	/** Adds a mandatory attribute. */
	public ClassBuilder attribute(int index, String name, String type, Dynamics dynamics) {
		AttributeDefinition attribute = FACTORY.createAttributeDefinition();
		attribute.setIndex(index);
		attribute.setName(name);
		attribute.setType(DataType.valueOf(type));
		attribute.setDynamics(dynamics);
		interfaceClass.getAttributes().add(attribute);
		return this;
	}

	/** Makes an attribute optional. */
	public ClassBuilder optional(int index) {
		attribute(index).setOptional(true);
		return this;
	}

	/** Makes an attribute secret. */
	public ClassBuilder secret(int index) {
		attribute(index).setSecret(true);
		return this;
	}

	/** Gives an attribute the value that it has when nothing is written. */
	public ClassBuilder defaultValue(int index, Value value) {
		attribute(index).setDefaultValue(value);
		return this;
	}

	/** Adds a selector to an attribute. */
	public ClassBuilder selector(int index, int selector, String name, String type) {
		SelectorDefinition definition = FACTORY.createSelectorDefinition();
		definition.setSelector(selector);
		definition.setName(name);
		definition.setType(DataType.valueOf(type));
		attribute(index).getSelectors().add(definition);
		return this;
	}

	/** Adds a method. */
	public ClassBuilder method(int index, String name, String parameter) {
		MethodDefinition method = FACTORY.createMethodDefinition();
		method.setIndex(index);
		method.setName(name);
		method.setParameter(DataType.valueOf(parameter));
		interfaceClass.getMethods().add(method);
		return this;
	}

	/** Returns the class. */
	public InterfaceClass interfaceClass() {
		return interfaceClass;
	}

	private AttributeDefinition attribute(int index) {
		return CosemObjects.definition(interfaceClass, index)
				.orElseThrow(() -> new IllegalArgumentException("%s has no attribute %d".formatted(interfaceClass.getName(), index)));
	}
}
