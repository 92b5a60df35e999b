// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.firmware.GeneratedFile;

/** Text of large files as octets in UTF-8. It grows piece by piece, so that what is there is never copied. */
final class OctetText {
	private static final int PIECE = 1 << 15;
	private static final int SHORT = 8;
	private static final int TEN = 10;
	/** Digits of a logical name. */
	private static final int NAME = 12;
	/** Octets for which there is looked for room at once. */
	private static final int PART = 64;
	/** Digits of the numbers that are often written; most are octets or numbers of objects and associations. */
	private static final byte[][] SMALL = IntStream.range(0, 1024).mapToObj(number -> octets(Integer.toString(number))).toArray(byte[][]::new);
	private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

	private final List<byte[]> full = new ArrayList<>();
	private byte[] piece;
	private int end;

	/** Begins a text. */
	OctetText() {
		this(PIECE);
	}

	/** Begins a text of which is known how many octets it has, at least. */
	OctetText(int octets) {
		piece = new byte[octets];
	}

	/** Returns a text as octets, to be added many times. */
	static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** Adds text. */
	OctetText add(String text) {
		return add(octets(text));
	}

	/** Adds octets of text. */
	OctetText add(byte[] octets) {
		if (octets.length > PIECE) {
			close();
			full.add(octets.clone());
		} else {
			room(octets.length);
			copy(octets);
		}
		return this;
	}

	/** Copies octets; a loop is faster for the few of a number. */
	private void copy(byte[] octets) {
		if (octets.length > SHORT) {
			System.arraycopy(octets, 0, piece, end, octets.length);
			end += octets.length;
			return;
		}
		int at = end;
		for (byte octet : octets) {
			piece[at++] = octet;
		}
		end = at;
	}

	/** Adds one character of ASCII. */
	OctetText add(char character) {
		room(1);
		piece[end++] = (byte) character;
		return this;
	}

	/** Adds a number in decimal digits. */
	OctetText number(long number) {
		return number >= 0 && number < SMALL.length ? add(SMALL[(int) number]) : add(Long.toString(number));
	}

	/** Adds a number in hexadecimal digits, small ones and as few as it needs. */
	OctetText bits(int number) {
		return number >= 0 && number < TEN ? number(number) : add(Integer.toHexString(number));
	}

	/** Adds octets as pairs of hexadecimal digits. */
	OctetText hex(Bytes octets) {
		for (int from = 0; from < octets.length(); from += PART) {
			int to = Math.min(from + PART, octets.length());
			room(2 * PART);
			for (int i = from; i < to; i++) {
				put(octets.at(i));
			}
		}
		return this;
	}

	/** Adds an octet, 0 to 255, as two hexadecimal digits. */
	OctetText hex(int octet) {
		room(2);
		put(octet);
		return this;
	}

	/** Adds the six octets of a logical name as pairs of hexadecimal digits. */
	OctetText hex(LogicalName name) {
		room(NAME);
		put(name.a());
		put(name.b());
		put(name.c());
		put(name.d());
		put(name.e());
		put(name.f());
		return this;
	}

	private void put(int octet) {
		piece[end++] = HEX[octet >> 4];
		piece[end++] = HEX[octet & 0xF];
	}

	/** Adds another text, which nobody adds to any more. */
	OctetText add(OctetText other) {
		close();
		full.addAll(other.pieces());
		return this;
	}

	/** Adds octets that nobody changes any more, without a copy. */
	OctetText take(byte[] octets) {
		close();
		if (octets.length > 0) {
			full.add(octets);
		}
		return this;
	}

	/** Tells whether nothing was added. */
	boolean isEmpty() {
		return full.isEmpty() && end == 0;
	}

	/** Returns the pieces; not to be changed, and nothing may be added afterwards. */
	List<byte[]> pieces() {
		close();
		return full;
	}

	/** Returns the text; nothing may be added afterwards. */
	@Override
	public String toString() {
		return new GeneratedFile(pieces(), false).content();
	}

	private void room(int octets) {
		if (end + octets > piece.length) {
			close();
			piece = new byte[PIECE];
		}
	}

	/** Ends the piece; whatever comes next begins another one. */
	private void close() {
		if (end > 0) {
			full.add(end == piece.length ? piece : Arrays.copyOf(piece, end));
		}
		piece = new byte[0];
		end = 0;
	}
}
