// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.value;

import java.util.Arrays;
import java.util.HexFormat;

/** Immutable octets. */
public final class Bytes implements Comparable<Bytes> {
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

	/** Copies a part of octets. */
	public static Bytes of(byte[] octets, int from, int to) {
		return new Bytes(Arrays.copyOfRange(octets, from, to));
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

	/** Copies the octets into an array. */
	public void copyTo(byte[] target, int at) {
		System.arraycopy(octets, 0, target, at, octets.length);
	}

	/** Tells whether an array holds these octets at a place. */
	public boolean isAt(byte[] others, int at) {
		return Arrays.equals(others, at, at + octets.length, octets, 0, octets.length);
	}

	/** Returns the number that the first octets make, at most eight. */
	public long number(int count) {
		long number = 0;
		for (int i = 0; i < count; i++) {
			number = number << 8 | octets[i] & 0xFF;
		}
		return number;
	}

	/** Orders octets as their hex is ordered. */
	@Override
	public int compareTo(Bytes other) {
		return Arrays.compareUnsigned(octets, other.octets);
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
