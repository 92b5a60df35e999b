// SPDX-License-Identifier: GPL-2.0-only
package org.meterwright.meter;

import java.util.Arrays;

import gurux.dlms.GXDLMSClient;
import gurux.dlms.enums.Authentication;
import gurux.dlms.enums.InterfaceType;
import gurux.dlms.objects.GXDLMSObject;
import gurux.dlms.objects.IGXDLMSBase;

/** An attribute of one of the library's objects. */
record Attribute(int classId, int version, int index) {
	/** Octets of the wrapper, then of a SET request before its data: C1 01, invoke id, class, logical name, attribute, no selector. */
	private static final int BEFORE_DATA = 8 + 3 + 2 + 6 + 1 + 1;
	private static final int SET_REQUEST = 0xC1;
	private static final int NORMAL = 1;

	/** Let an object take the value as if a meter had sent it, and return what it would write into a meter. */
	byte[] keep(byte[] value) throws Exception {
		GXDLMSObject object = Classes.of(classId, version);
		if (index < 1 || index > ((IGXDLMSBase) object).getAttributeCount()) {
			throw new Refusal("Class %d version %d of the library has no attribute %d.".formatted(classId, version, index));
		}
		GXDLMSClient client = new GXDLMSClient(true, 16, 1, Authentication.NONE, null, InterfaceType.WRAPPER);
		client.updateValue(object, index, ValueTree.parse(value));
		byte[][] frames = client.write(object, index);
		if (frames.length != 1 || (frames[0][8] & 0xFF) != SET_REQUEST || frames[0][9] != NORMAL) {
			throw new Refusal("The value does not fit into one request.");
		}
		return Arrays.copyOfRange(frames[0], BEFORE_DATA, frames[0].length);
	}
}
