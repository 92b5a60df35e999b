// SPDX-License-Identifier: GPL-2.0-only
package org.meterwright.meter;

import java.util.Arrays;
import java.util.HexFormat;

import org.json.JSONObject;

import gurux.dlms.GXByteBuffer;
import gurux.dlms.GXReplyData;
import gurux.dlms.enums.Authentication;
import gurux.dlms.enums.InterfaceType;
import gurux.dlms.secure.GXDLMSSecureClient;

/** A message that a meter sent by itself: a Data-Notification, plain or in general-glo-ciphering. */
final class Notification {
	private static final int VERSION = 1;
	private static final int CLIENT = 16;
	private static final int SERVER = 1;

	private Notification() {
	}

	/** Reads a message as it stands in a frame of the wrapper, and answers its body. */
	static void read(JSONObject request, byte[] apdu, JSONObject answer) throws Exception {
		readFrame(request, wrapped(apdu), answer);
	}

	/** Reads a message in its frame, and answers its body. */
	static void readFrame(JSONObject request, GXByteBuffer frame, JSONObject answer) throws Exception {
		GXDLMSSecureClient client = new GXDLMSSecureClient(true, CLIENT, SERVER, Authentication.NONE, null, InterfaceType.WRAPPER);
		Session.protect(client, request);
		GXReplyData reply = new GXReplyData();
		GXReplyData notification = new GXReplyData();
		client.getData(frame, reply, notification);
		if (notification.getData() == null || notification.getData().size() == 0 || notification.isMoreData()) {
			throw new Refusal("The message is not one whole Data-Notification.");
		}
		GXByteBuffer data = notification.getData();
		answer.put("axdr", HexFormat.of().formatHex(Arrays.copyOf(data.getData(), data.size())));
	}

	private static GXByteBuffer wrapped(byte[] apdu) {
		GXByteBuffer frame = new GXByteBuffer();
		for (int word : new int[] { VERSION, SERVER, CLIENT, apdu.length }) {
			frame.setUInt16(word);
		}
		frame.set(apdu);
		return frame;
	}
}
