// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.client;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Octets of a message, one after the other. */
public final class Octets {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	public Octets put(int... octets) {
		for (int octet : octets) {
			out.write(octet);
		}
		return this;
	}

	public Octets put(byte[] octets) {
		out.writeBytes(octets);
		return this;
	}

	public Octets hex(String octets) {
		return put(HexFormat.of().parseHex(octets.replace(" ", "")));
	}

	public Octets u16(int number) {
		return put(number >> 8 & 0xFF, number & 0xFF);
	}

	public Octets u32(long number) {
		return u16((int) (number >> 16) & 0xFFFF).u16((int) number & 0xFFFF);
	}

	/** Put octets behind their length. */
	public Octets counted(byte[] octets) {
		if (octets.length < 0x80) {
			put(octets.length);
		} else {
			put(0x82).u16(octets.length);
		}
		return put(octets);
	}

	public byte[] bytes() {
		return out.toByteArray();
	}
}
