// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.ModelIndex;
import org.meterwright.cosem.value.Value;

/** Who captures or sends the objects of a logical device. */
final class Users {
	private final Map<CosemObject, Set<String>> users = new IdentityHashMap<>();

	private Users() {
	}

	static Users of(Meter meter, LogicalDevice device) {
		Users found = new Users();
		ModelIndex index = new ModelIndex(meter);
		for (CosemObject object : device.getObjects()) {
			for (Attribute attribute : object.getAttributes()) {
				if (attribute.getDefinition() != null && attribute.getDefinition().getName().endsWith("capture_objects")) {
					references(attribute).forEach(reference -> index.target(object, reference).ifPresent(target -> found.add(target, object.getName())));
				}
			}
		}
		for (Push push : meter.getPushes()) {
			push.getColumns().stream().map(Column::getObject).forEach(target -> found.add(target, push.getName()));
		}
		return found;
	}

	private void add(CosemObject target, String user) {
		users.computeIfAbsent(target, key -> new LinkedHashSet<>()).add(user);
	}

	/** Returns the references that the value of an attribute holds, in order. */
	static List<AttributeReference> references(Attribute attribute) {
		List<AttributeReference> found = new ArrayList<>();
		if (attribute.getValue() instanceof Value.Array array) {
			array.elements().forEach(element -> AttributeReference.of(element).ifPresent(found::add));
		}
		return found;
	}

	List<String> of(CosemObject object) {
		return List.copyOf(users.getOrDefault(object, Set.of()));
	}
}
