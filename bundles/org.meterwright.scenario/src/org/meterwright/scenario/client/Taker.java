// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.client;

import java.util.Arrays;

/** Takes a message apart. */
public final class Taker {

	private final byte[] octets;
	private int at;

	public Taker(byte[] octets) {
		this.octets = octets;
	}

	public int take() {
		return octets[at++] & 0xFF;
	}

	public int u32() {
		return take() << 24 | take() << 16 | take() << 8 | take();
	}

	public int length() {
		int length = take();
		if (length >= 0x80) {
			int width = length & 0x7F;
			length = 0;
			for (int i = 0; i < width; i++) {
				length = length << 8 | take();
			}
		}
		return length;
	}

	public byte[] take(int count) {
		at += count;
		return Arrays.copyOfRange(octets, at - count, at);
	}

	public byte[] rest() {
		return take(octets.length - at);
	}

	public boolean isAtEnd() {
		return at == octets.length;
	}
}
