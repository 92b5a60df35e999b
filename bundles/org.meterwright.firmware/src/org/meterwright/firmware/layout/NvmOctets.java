// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.math.BigInteger;
import java.util.zip.CRC32;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;

/** NVM with first values as it lies in the memory of a little-endian target. */
public final class NvmOctets {
	private final byte[] octets;

	private NvmOctets(NvmMap map) {
		octets = new byte[map.octets()];
		for (NvmMap.Member member : map.members()) {
			int at = member.offset();
			for (NativeValues.Part part : new NativeValues(member.form().leaves()).of(member.value()).orElseThrow()) {
				at = NativeForm.align(at, part.leaf().alignment());
				put(at, part);
				at += part.leaf().size();
			}
		}
	}

	/** Makes the octets of a map. */
	public static Bytes of(NvmMap map) {
		return Bytes.of(new NvmOctets(map).octets);
	}

	/** Returns the CRC-32 of octets. */
	public static long checksum(Bytes octets) {
		CRC32 sum = new CRC32();
		sum.update(octets.toArray());
		return sum.getValue();
	}

	private void put(int at, NativeValues.Part part) {
		switch (part.leaf()) {
			case NativeForm.Scalar scalar -> putScalar(at, scalar.size(), part.value());
			case NativeForm.Text text -> {
				putNumber(at, text.prefix(), part.length());
				putOctets(at + text.prefix(), part.octets());
			}
			case NativeForm.Stored stored -> {
				putNumber(at, 2, part.length());
				putOctets(at + 2, part.octets());
			}
			case NativeForm.Head head -> {
				// no storage
			}
		}
	}

	private void putScalar(int at, int size, Value value) {
		switch (value) {
			case Value.Bool bool -> octets[at] = (byte) (bool.value() ? 1 : 0);
			case Value.Float32 number -> putNumber(at, size, Float.floatToRawIntBits(number.value()));
			case Value.Float64 number -> putNumber(at, size, Double.doubleToRawLongBits(number.value()));
			case Value.Temporal time -> putOctets(at, time.bytes());
			case Value.Int(var tag, BigInteger number) -> putNumber(at, size, number.longValue());
			default -> {
				// null-data has no storage
			}
		}
	}

	private void putNumber(int at, int size, long number) {
		for (int i = 0; i < size; i++) {
			octets[at + i] = (byte) (number >> 8 * i);
		}
	}

	private void putOctets(int at, Bytes content) {
		content.copyTo(octets, at);
	}
}
