// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import org.meterwright.cosem.value.Bytes;

/** Octets as Intel HEX from address 0 on: 16 octets a record, upper addresses in records of type 04. */
final class IntelHex {
	private static final int IN_A_RECORD = 16;
	private static final int SEGMENT = 0x1_0000;
	private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();
	private static final String END = ":00000001FF\n";

	private IntelHex() {
	}

	static String of(Bytes octets) {
		StringBuilder out = new StringBuilder(octets.length() * 3 + 64);
		for (int at = 0; at < octets.length(); at += IN_A_RECORD) {
			if (at % SEGMENT == 0 && at > 0) {
				record(out, 0, 4, Bytes.ofInts(at >> 24 & 0xFF, at >> 16 & 0xFF));
			}
			record(out, at % SEGMENT, 0, octets.slice(at, Math.min(at + IN_A_RECORD, octets.length())));
		}
		return out.append(END).toString();
	}

	private static void record(StringBuilder out, int address, int type, Bytes data) {
		int sum = data.length() + (address >> 8) + (address & 0xFF) + type;
		out.append(':');
		octet(out, data.length());
		octet(out, address >> 8);
		octet(out, address & 0xFF);
		octet(out, type);
		for (int i = 0; i < data.length(); i++) {
			octet(out, data.at(i));
			sum += data.at(i);
		}
		octet(out, -sum & 0xFF);
		out.append('\n');
	}

	private static void octet(StringBuilder out, int octet) {
		out.append(DIGITS[octet >> 4]).append(DIGITS[octet & 0xF]);
	}

	/** Writes a number of 32 bits with eight digits. */
	static String word(long number) {
		StringBuilder out = new StringBuilder(8);
		for (int shift = 24; shift >= 0; shift -= 8) {
			octet(out, (int) (number >> shift) & 0xFF);
		}
		return out.toString();
	}
}
