// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.objectlist;

import java.util.List;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.AttributeAccess;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodAccess;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * Codes the object_list of an Association LN object (IEC 62056-6-2, class 15, attribute 2) from the rights in the model, in the order of
 * the entries. The version of the Association LN object decides how access modes are coded.
 */
public final class ObjectListCodec {
	private static final int PROTECTION = ~(AccessModes.READ | AccessModes.WRITE);

	private ObjectListCodec() {
	}

	/** Returns the A-XDR encoding of an association's object_list. */
	public static Bytes encode(Association association) {
		return Axdr.encode(value(association));
	}

	/** Returns an association's object_list as a value. */
	public static Value value(Association association) {
		int version = association.getObject() == null ? 0 : CosemObjects.version(association.getObject());
		return new Value.Array(association.getEntries().stream().map(entry -> element(entry, version)).toList());
	}

	/**
	 * Returns an object_list_element {class_id, version, logical_name, access_rights}.
	 *
	 * @param version version of the Association LN object
	 */
	public static Value element(ObjectListEntry entry, int version) {
		InterfaceClass interfaceClass = entry.getObject().getInterfaceClass();
		return Values.structure(Values.longUnsigned(interfaceClass.getClassId()), Values.unsigned(interfaceClass.getVersion()),
				Values.logicalName(entry.getObject().getLogicalName()),
				Values.structure(new Value.Array(entry.getAttributes().stream().map(access -> attribute(access, version)).toList()),
						new Value.Array(entry.getMethods().stream().map(access -> method(access, version)).toList())));
	}

	private static Value attribute(AttributeAccess access, int version) {
		return Values.structure(Values.integer(access.getIndex()), Values.enumerated(attributeMode(access.getMode(), version)), selectors(access.getSelectors()));
	}

	/** Returns the mode on the wire; protection that the version cannot say is left out. */
	private static int attributeMode(int bits, int version) {
		return AccessModes.attributeWire(version, bits).orElseGet(() -> AccessModes.attributeWire(version, bits & ~PROTECTION).orElse(0));
	}

	private static Value selectors(List<Integer> selectors) {
		return selectors.isEmpty() ? Values.nothing() : new Value.Array(selectors.stream().map(selector -> Values.integer(selector)).toList());
	}

	private static Value method(MethodAccess access, int version) {
		Value mode = AccessModes.methodWire(version, access.getMode())
				.orElseGet(() -> AccessModes.methodWire(version, access.getMode() & AccessModes.ACCESS).orElseThrow());
		return Values.structure(Values.integer(access.getIndex()), mode);
	}
}
