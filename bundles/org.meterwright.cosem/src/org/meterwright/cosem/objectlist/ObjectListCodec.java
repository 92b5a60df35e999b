// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.objectlist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.axdr.AxdrWriter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/**
 * Codes the object_list of an Association LN object (IEC 62056-6-2, class 15, attribute 2) from the rights in the model, in the order of
 * the entries. The version of the Association LN object decides how access modes are coded.
 */
public final class ObjectListCodec {
	private static final int PROTECTION = ~(AccessModes.READ | AccessModes.WRITE);

	private ObjectListCodec() {
	}

	/** Returns the A-XDR encoding of an association's object_list: an array of object_list_element {class_id, version, logical_name, access_rights}. */
	public static Bytes encode(Association association) {
		int version = version(association);
		Map<AccessRights, Bytes> rights = new HashMap<>(); // a list has many elements and few different rights
		AxdrWriter out = array(new AxdrWriter(), association.getEntries().size());
		for (ObjectListEntry entry : association.getEntries()) {
			InterfaceClass type = entry.getObject().getInterfaceClass();
			number(DataTag.UNSIGNED, type.getVersion(), number(DataTag.LONG_UNSIGNED, type.getClassId(), structure(out, 4)));
			Bytes name = entry.getObject().getLogicalName().bytes();
			out.octet(DataTag.OCTET_STRING.code()).length(name.length()).octets(name).octets(rights.computeIfAbsent(entry.getRights(), key -> encode(key, version)));
		}
		return out.bytes();
	}

	/** Returns the version of an association's object, which decides how modes are coded; 0: it has none. */
	public static int version(Association association) {
		return association.getObject() == null ? 0 : CosemObjects.version(association.getObject());
	}

	/** Returns the A-XDR encoding of access_rights alone, the last field of an object_list_element. */
	public static Bytes encode(AccessRights rights, int version) {
		AxdrWriter out = array(structure(new AxdrWriter(), 2), rights.attributes().size());
		for (AttributeAccess access : rights.attributes()) {
			number(DataTag.INTEGER, access.index(), structure(out, 3));
			number(DataTag.ENUM, attributeMode(access.mode(), version), out);
			selectors(access.selectors(), out);
		}
		array(out, rights.methods().size());
		for (MethodAccess access : rights.methods()) {
			number(DataTag.INTEGER, access.index(), structure(out, 2)).value(methodMode(access.mode(), version));
		}
		return out.bytes();
	}

	private static AxdrWriter array(AxdrWriter out, int elements) {
		return out.octet(DataTag.ARRAY.code()).length(elements);
	}

	private static AxdrWriter structure(AxdrWriter out, int fields) {
		return out.octet(DataTag.STRUCTURE.code()).length(fields);
	}

	private static AxdrWriter number(DataTag tag, int number, AxdrWriter out) {
		return out.octet(tag.code()).number(number, tag.width());
	}

	/** Returns the mode on the wire; protection that the version cannot say is left out. */
	private static int attributeMode(int bits, int version) {
		return AccessModes.attributeWire(version, bits).orElseGet(() -> AccessModes.attributeWire(version, bits & ~PROTECTION).orElse(0));
	}

	private static void selectors(List<Integer> selectors, AxdrWriter out) {
		if (selectors.isEmpty()) {
			out.octet(DataTag.NULL_DATA.code());
			return;
		}
		array(out, selectors.size());
		selectors.forEach(selector -> number(DataTag.INTEGER, selector, out));
	}

	private static Value methodMode(int bits, int version) {
		return AccessModes.methodWire(version, bits).orElseGet(() -> AccessModes.methodWire(version, bits & AccessModes.ACCESS).orElseThrow());
	}
}
