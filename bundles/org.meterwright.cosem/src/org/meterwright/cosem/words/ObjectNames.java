// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;

/** The objects of a logical device by logical name, for references in values. */
final class ObjectNames {
	static final ObjectNames NONE = new ObjectNames(List.of());

	private static final LogicalName NOBODY = LogicalName.valueOf("0-0:0.0.0*0");

	private final Map<LogicalName, List<CosemObject>> objects = new HashMap<>();

	private ObjectNames(List<CosemObject> all) {
		all.forEach(each -> objects.computeIfAbsent(each.getLogicalName(), name -> new ArrayList<>(1)).add(each));
	}

	static ObjectNames of(LogicalDevice device) {
		return new ObjectNames(device.getObjects());
	}

	/** Says a logical name: the object's name where one object has it. */
	String object(LogicalName name) {
		List<CosemObject> found = objects.getOrDefault(name, List.of());
		if (name.equals(NOBODY)) {
			return "no object";
		}
		return found.size() == 1 && found.getFirst().getName() != null ? "%s (%s)".formatted(found.getFirst().getName(), name) : name.toString();
	}

	Optional<CosemObject> find(int classId, LogicalName name) {
		return objects.getOrDefault(name, List.of()).stream().filter(each -> CosemObjects.classId(each) == classId).findFirst();
	}

	/** Says an attribute; 0 is all of them. */
	String attribute(int classId, LogicalName name, int index) {
		Optional<CosemObject> object = find(classId, name);
		if (object.isEmpty()) {
			return index == 0 ? stranger(classId, name) : "%s attribute %s".formatted(stranger(classId, name), index);
		}
		String member = CosemObjects.definition(object.get().getInterfaceClass(), index).map(AttributeDefinition::getName)
				.orElse(index == 0 ? "all attributes" : "attribute %s".formatted(index));
		return index == 0 ? "%s, %s".formatted(object.get().getName(), member) : "%s.%s".formatted(object.get().getName(), member);
	}

	/** Says a method. */
	String method(int classId, LogicalName name, int index) {
		Optional<CosemObject> object = find(classId, name);
		if (object.isEmpty()) {
			return "%s method %s".formatted(stranger(classId, name), index);
		}
		return "%s.%s".formatted(object.get().getName(),
				CosemObjects.method(object.get().getInterfaceClass(), index).map(MethodDefinition::getName).orElse("method %s".formatted(index)));
	}

	private static String stranger(int classId, LogicalName name) {
		return "class %s %s".formatted(classId, name);
	}

	/** Says a script of a script table; selector 0 does nothing. */
	String script(LogicalName table, int selector) {
		if (selector == 0) {
			return "nothing";
		}
		List<CosemObject> tables = objects.getOrDefault(table, List.of());
		if (tables.size() != 1) {
			return "script %s of %s".formatted(selector, table);
		}
		String script = tables.getFirst().getScripts().stream().filter(each -> each.getScriptId() == selector).map(ScriptName::getName).findFirst()
				.orElse("script %s".formatted(selector));
		return "%s.%s".formatted(tables.getFirst().getName(), script);
	}
}
