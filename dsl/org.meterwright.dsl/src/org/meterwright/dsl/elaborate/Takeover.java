// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.rules.check.WatchedAttribute;

/** What attributes of objects that stay in a finished model take over from what their lines say now. */
final class Takeover {
	private final List<WatchedAttribute.Change> changes = new ArrayList<>();

	/** Returns what became of attributes. */
	List<WatchedAttribute.Change> changes() {
		return changes;
	}

	/** Makes an object without attributes, which is filled as if another one were made now. */
	static ObjectHandle twin(ObjectHandle handle) {
		CosemObject twin = CosemFactory.eINSTANCE.createCosemObject();
		twin.setName(handle.object().getName());
		twin.setInterfaceClass(handle.object().getInterfaceClass());
		twin.setLogicalName(handle.object().getLogicalName());
		twin.getOrigins().addAll(handle.object().getOrigins());
		return new ObjectHandle(twin, handle.device(), handle.entry(), handle.env(), handle.body());
	}

	/** Takes over all attributes. Returns false when there are others, or when more of the model may depend on one. */
	boolean takeAll(ObjectHandle handle, ObjectHandle twin) {
		return handle.object().getAttributes().size() == twin.object().getAttributes().size() && takeSome(handle, twin);
	}

	/** Takes over the attributes that the twin has. Returns false when one is missing, or when more of the model may depend on one. */
	boolean takeSome(ObjectHandle handle, ObjectHandle twin) {
		for (Attribute said : twin.object().getAttributes()) {
			Optional<Attribute> attribute = handle.attribute(said.getDefinition().getIndex());
			if (attribute.isEmpty() || !(attribute.get() instanceof WatchedAttribute watched) || watched.isBuiltOn((WatchedAttribute) said)) {
				return false;
			}
			take(watched, (WatchedAttribute) said);
		}
		return true;
	}

	private void take(WatchedAttribute attribute, WatchedAttribute said) {
		if (attribute.getOrigins().equals(said.getOrigins())) {
			attribute.take(said).ifPresent(changes::add);
		} else {
			changes.add(attribute.takeAll(said));
		}
	}
}
