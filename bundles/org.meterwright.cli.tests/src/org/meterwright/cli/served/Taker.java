// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import java.util.Arrays;

/** Takes a message apart. */
final class Taker {

	private final byte[] octets;
	private int at;

	Taker(byte[] octets) {
		this.octets = octets;
	}

	int take() {
		return octets[at++] & 0xFF;
	}

	int u32() {
		return take() << 24 | take() << 16 | take() << 8 | take();
	}

	int length() {
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

	byte[] take(int count) {
		at += count;
		return Arrays.copyOfRange(octets, at - count, at);
	}

	byte[] rest() {
		return take(octets.length - at);
	}

	boolean isAtEnd() {
		return at == octets.length;
	}
}
