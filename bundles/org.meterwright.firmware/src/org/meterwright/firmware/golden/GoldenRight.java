// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.objectlist.ObjectListCodec;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.layout.ContentNames;

/**
 * What an association may do with objects. Objects with the same rights share one.
 *
 * @param name       a name that says what it holds
 * @param attributes the mode of attribute 1 and of those behind it, an octet each
 * @param methods    the mode of method 1 and of those behind it
 * @param octets     access_rights as the object_list has them
 */
public record GoldenRight(String name, Bytes attributes, Bytes methods, Bytes octets) {
	private static final int INDEXES = 0x100;

	/** Makes what a client must see of rights, in an association whose object has a version. */
	static GoldenRight of(AccessRights rights, int version) {
		int[] attributes = new int[INDEXES];
		int[] methods = new int[INDEXES];
		int lastAttribute = 0;
		int lastMethod = 0;
		for (AttributeAccess access : rights.attributes()) {
			attributes[access.index() & 0xFF] |= access.mode();
			lastAttribute = Math.max(lastAttribute, access.index());
		}
		for (MethodAccess access : rights.methods()) {
			methods[access.index() & 0xFF] |= access.mode();
			lastMethod = Math.max(lastMethod, access.index());
		}
		return of(modes(attributes, lastAttribute), modes(methods, lastMethod), ObjectListCodec.encode(rights, version));
	}

	private static GoldenRight of(Bytes attributes, Bytes methods, Bytes octets) {
		return new GoldenRight("r_%s".formatted(ContentNames.digits("%s %s %s".formatted(attributes, methods, octets))), attributes, methods, octets);
	}

	/** Tells whether some attribute may be written, or some method executed. */
	boolean has(boolean write) {
		Bytes modes = write ? attributes : methods;
		int bit = write ? AccessModes.WRITE : AccessModes.ACCESS;
		for (int i = 0; i < modes.length(); i++) {
			if ((modes.at(i) & bit) != 0) {
				return true;
			}
		}
		return false;
	}

	private static Bytes modes(int[] byIndex, int last) {
		byte[] modes = new byte[last];
		for (int i = 0; i < last; i++) {
			modes[i] = (byte) byIndex[i + 1];
		}
		return Bytes.of(modes);
	}

	/** Returns the mode of an attribute; 0: no right. */
	int attribute(int index) {
		return index <= attributes.length() ? attributes.at(index - 1) : 0;
	}

	/** Returns the mode of a method; 0: no right. */
	int method(int index) {
		return index <= methods.length() ? methods.at(index - 1) : 0;
	}

	/** The name says it all. */
	@Override
	public boolean equals(Object other) {
		return this == other || other instanceof GoldenRight right && name.equals(right.name);
	}

	@Override
	public int hashCode() {
		return name.hashCode();
	}
}
