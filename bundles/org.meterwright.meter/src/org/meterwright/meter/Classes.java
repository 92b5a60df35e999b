// SPDX-License-Identifier: GPL-2.0-only
package org.meterwright.meter;

import java.util.Arrays;
import java.util.Comparator;

import org.json.JSONArray;
import org.json.JSONObject;

import gurux.dlms.GXDLMSClient;
import gurux.dlms.enums.ObjectType;
import gurux.dlms.objects.GXDLMSObject;
import gurux.dlms.objects.IGXDLMSBase;

/** The interface classes that the library knows. */
final class Classes {

	private Classes() {
	}

	/** List each class in each version up to the library's newest, with the number of its attributes and methods. */
	static JSONArray all() {
		JSONArray classes = new JSONArray();
		Arrays.stream(ObjectType.values()).sorted(Comparator.comparing(ObjectType::getValue)).forEach(type -> versions(type, classes));
		return classes;
	}

	private static void versions(ObjectType type, JSONArray classes) {
		if (GXDLMSClient.createObject(type) instanceof IGXDLMSBase) {
			int newest = GXDLMSClient.createObject(type).getVersion();
			for (int version = 0; version <= newest; version++) {
				IGXDLMSBase object = (IGXDLMSBase) of(type.getValue(), version);
				classes.put(new JSONObject().put("class", type.getValue()).put("version", version).put("attributes", object.getAttributeCount())
						.put("methods", object.getMethodCount()));
			}
		}
	}

	/** Make an object of a class. */
	static GXDLMSObject of(int id, int version) {
		ObjectType type = Arrays.stream(ObjectType.values()).filter(each -> each.getValue() == id).findFirst()
				.orElseThrow(() -> new Refusal("The library does not know class %d.".formatted(id)));
		GXDLMSObject object = GXDLMSClient.createObject(type);
		object.setVersion(version);
		object.setLogicalName("0.0.1.0.0.255");
		return object;
	}
}
