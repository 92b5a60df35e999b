// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.value;

import java.util.Arrays;
import java.util.HexFormat;

/** Immutable octets. */
public final class Bytes {
	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	/** No octets. */
	public static final Bytes EMPTY = new Bytes(new byte[0]);

	private final byte[] octets;

	private Bytes(byte[] octets) {
		this.octets = octets;
	}

	/** Copies octets. */
	public static Bytes of(byte... octets) {
		return new Bytes(octets.clone());
	}

	/** Makes octets from values 0 to 255. */
	public static Bytes ofInts(int... values) {
		byte[] octets = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			octets[i] = (byte) values[i];
		}
		return new Bytes(octets);
	}

	/**
	 * Reads hex digits; white space between octets is ignored.
	 *
	 * @throws IllegalArgumentException when the text is no hex
	 */
	public static Bytes ofHex(String hex) {
		return new Bytes(HEX.parseHex(hex.replaceAll("\\s+", "")));
	}

	/** Returns the number of octets. */
	public int length() {
		return octets.length;
	}

	/** Returns an octet as 0 to 255. */
	public int at(int index) {
		return octets[index] & 0xFF;
	}

	/** Returns a part. */
	public Bytes slice(int from, int to) {
		return new Bytes(Arrays.copyOfRange(octets, from, to));
	}

	/** Returns these octets with others behind them. */
	public Bytes plus(Bytes others) {
		byte[] all = Arrays.copyOf(octets, octets.length + others.octets.length);
		System.arraycopy(others.octets, 0, all, octets.length, others.octets.length);
		return new Bytes(all);
	}

	/** Returns a copy of the octets. */
	public byte[] toArray() {
		return octets.clone();
	}

	/** Returns upper case hex without spaces. */
	public String hex() {
		return HEX.formatHex(octets);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Bytes bytes && Arrays.equals(octets, bytes.octets);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(octets);
	}

	@Override
	public String toString() {
		return hex();
	}
}
