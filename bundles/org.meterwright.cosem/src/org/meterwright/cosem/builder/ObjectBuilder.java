// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.KeySlot;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Fills a COSEM object. Its logical_name is there from the start. */
public final class ObjectBuilder {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;

	private final CosemObject object = FACTORY.createCosemObject();

	/** Starts an object with its attribute 1, logical_name. */
	public ObjectBuilder(String name, InterfaceClass interfaceClass, LogicalName logicalName) {
		object.setName(name);
		object.setInterfaceClass(interfaceClass);
		object.setLogicalName(logicalName);
		rom(1, Values.logicalName(logicalName));
	}

	/** Gives an attribute a constant value. */
	public ObjectBuilder rom(int index, Value value) {
		return attribute(index, Storage.ROM, type(index, value), value);
	}

	/** Keeps an attribute in RAM; of a choice the plausible option. */
	public ObjectBuilder ram(int index) {
		return attribute(index, Storage.RAM, Narrowing.plausible(definition(index).getType()), null);
	}

	/** Keeps an attribute in RAM as a type. */
	public ObjectBuilder ram(int index, String type) {
		return attribute(index, Storage.RAM, DataType.valueOf(type), null);
	}

	/** Keeps an attribute in non-volatile memory; of a choice the plausible option. */
	public ObjectBuilder nvm(int index) {
		return attribute(index, Storage.NVM, Narrowing.plausible(definition(index).getType()), null);
	}

	/** Keeps an attribute in non-volatile memory as a type. */
	public ObjectBuilder nvm(int index, String type) {
		return attribute(index, Storage.NVM, DataType.valueOf(type), null);
	}

	/** Keeps an attribute in non-volatile memory with a first value. */
	public ObjectBuilder nvm(int index, Value value) {
		return attribute(index, Storage.NVM, type(index, value), value);
	}

	/** Lets firmware provide an attribute. */
	public ObjectBuilder call(int index, String handler) {
		return call(index, Narrowing.plausible(definition(index).getType()), handler);
	}

	/** Lets firmware provide an attribute of a type. */
	public ObjectBuilder call(int index, String type, String handler) {
		return call(index, DataType.valueOf(type), handler);
	}

	private ObjectBuilder call(int index, DataType type, String handler) {
		attribute(index, Storage.CALL, type, null);
		present(index).setHandler(handler);
		return this;
	}

	/** States an attribute in full, in place of what was said of it before; value null: the type's zero. */
	public ObjectBuilder attribute(int index, Storage storage, DataType type, Value value) {
		Attribute attribute = FACTORY.createAttribute();
		attribute.setDefinition(definition(index));
		attribute.setName(definition(index).getName());
		attribute.setStorage(storage);
		attribute.setType(type);
		attribute.setValue(value);
		object.getAttributes().removeIf(other -> CosemObjects.index(other) == index);
		object.getAttributes().add(attribute);
		return this;
	}

	/** Bounds the values that may be written to an attribute. */
	public ObjectBuilder range(int index, Value minimum, Value maximum) {
		present(index).setMinimum(minimum);
		present(index).setMaximum(maximum);
		return this;
	}

	/** Bounds the length of a string or array. */
	public ObjectBuilder maximumLength(int index, int length) {
		present(index).setMaximumLength(length);
		return this;
	}

	/** Hides the object from every association. */
	public ObjectBuilder internal() {
		object.setInternal(true);
		return this;
	}

	/** Marks an object that nobody wrote. */
	public ObjectBuilder generated() {
		object.setGenerated(true);
		return this;
	}

	/** Describes the object. */
	public ObjectBuilder documentation(String text) {
		object.setDocumentation(text);
		return this;
	}

	/** Adds a place that the object comes from. */
	public ObjectBuilder origin(Origin origin) {
		object.getOrigins().add(origin);
		return this;
	}

	/** Names a script. */
	public ObjectBuilder script(String name, int id) {
		ScriptName script = FACTORY.createScriptName();
		script.setName(name);
		script.setScriptId(id);
		object.getScripts().add(script);
		return this;
	}

	/** Names a key slot. */
	public ObjectBuilder key(String name, int slot) {
		KeySlot key = FACTORY.createKeySlot();
		key.setName(name);
		key.setSlot(slot);
		object.getKeys().add(key);
		return this;
	}

	/** Makes the object the passive one of a pair. */
	public ObjectBuilder passiveOf(CosemObject active, Column activation) {
		object.setActive(active);
		object.setActivation(activation);
		return this;
	}

	/** Adds the mandatory attributes that are missing: dynamic ones in RAM, others constant with the type's zero. */
	public CosemObject complete() {
		for (AttributeDefinition definition : object.getInterfaceClass().getAttributes()) {
			if (!definition.isOptional() && CosemObjects.attribute(object, definition.getIndex()).isEmpty()) {
				Storage storage = definition.getDynamics() == Dynamics.DYNAMIC ? Storage.RAM : Storage.ROM;
				attribute(definition.getIndex(), storage, Narrowing.plausible(definition.getType()), definition.getDefaultValue());
			}
		}
		return object;
	}

	/** Returns the object as it is. */
	public CosemObject object() {
		return object;
	}

	private DataType type(int index, Value value) {
		return Narrowing.byValue(definition(index).getType(), value);
	}

	private AttributeDefinition definition(int index) {
		return CosemObjects.definition(object.getInterfaceClass(), index).orElseThrow(() -> new IllegalArgumentException(
				"%s version %d has no attribute %d".formatted(object.getInterfaceClass().getName(), object.getInterfaceClass().getVersion(), index)));
	}

	private Attribute present(int index) {
		return CosemObjects.attribute(object, index)
				.orElseThrow(() -> new IllegalArgumentException("%s has no attribute %d yet".formatted(object.getName(), index)));
	}
}
