// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.rules.check.WatchedAttribute;

/**
 * An object while it is made: the model element with the text that it came from.
 *
 * @param object the model element
 * @param device logical device
 * @param entry  the item that declares it; none for objects that sugar makes
 * @param env    binders of the family member
 * @param body   lines of the body: those of {@code like} and of what is overridden first; filled in by the step that reads bodies
 */
public record ObjectHandle(CosemObject object, String device, Optional<Entry<ObjectDecl>> entry, Env env, Body body) {

	/** Returns the scope of the object's lines. */
	public Scope scope() {
		return new Scope(device, env);
	}

	/** Returns an attribute that is present. */
	public Optional<Attribute> attribute(int index) {
		for (Attribute each : object.getAttributes()) {
			if (each.getDefinition().getIndex() == index) {
				return Optional.of(each);
			}
		}
		return Optional.empty();
	}

	/** Returns the class's definition of an attribute. */
	public Optional<AttributeDefinition> definition(int index) {
		for (AttributeDefinition each : object.getInterfaceClass().getAttributes()) {
			if (each.getIndex() == index) {
				return Optional.of(each);
			}
		}
		return Optional.empty();
	}

	/**
	 * Sets an attribute with its type, value and storage, whether it was there or not. Says nothing when the class has no such
	 * attribute, so that one text serves several versions.
	 */
	public Optional<Attribute> set(int index, DataType type, Value value, Storage storage, List<Origin> origins) {
		Optional<Attribute> attribute = put(index);
		attribute.ifPresent(each -> {
			each.setType(type);
			each.setValue(value);
			each.setStorage(storage);
			each.getOrigins().clear();
			each.getOrigins().addAll(origins);
		});
		return attribute;
	}

	/** Sets an attribute in the type that its class declares, as a constant. */
	public Optional<Attribute> set(int index, Value value, Origin origin) {
		return definition(index).flatMap(each -> set(index, each.getType(), value, Storage.ROM, List.of(origin)));
	}

	/** Returns an attribute, made when it was not there. */
	public Optional<Attribute> put(int index) {
		Optional<Attribute> before = attribute(index);
		return before.isPresent() ? before : definition(index).map(definition -> {
			Attribute made = new WatchedAttribute();
			made.setName(definition.getName());
			made.setDefinition(definition);
			made.setType(definition.getType());
			object.getAttributes().add(made);
			return made;
		});
	}
}
