// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.value;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A logical name: an OBIS code of six value groups A to F (IEC 62056-6-1), each 0 to 255. */
public record LogicalName(int a, int b, int c, int d, int e, int f) implements Comparable<LogicalName> {
	private static final Pattern TEXT = Pattern.compile("(\\d{1,3})[-.](\\d{1,3})[:.](\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})[*.](\\d{1,3})");

	/** 2^64 divided by the golden ratio: names that differ in one group alone, as those of a meter do, fall far apart. */
	private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

	/** Characters of six groups of three digits, each with a separator. */
	private static final int LONGEST = 24;

	/** Checks the groups. */
	public LogicalName {
		if ((a | b | c | d | e | f) < 0 || a > 255 || b > 255 || c > 255 || d > 255 || e > 255 || f > 255) {
			throw new IllegalArgumentException("a value group of a logical name is 0 to 255");
		}
	}

	/**
	 * Reads {@code 1-0:1.8.0*255} or {@code 1.0.1.8.0.255}.
	 *
	 * @throws IllegalArgumentException when the text is no logical name
	 */
	public static LogicalName valueOf(String text) {
		Matcher m = TEXT.matcher(text);
		if (!m.matches()) {
			throw new IllegalArgumentException("%s is no logical name; write it as 1-0:1.8.0*255".formatted(text));
		}
		return new LogicalName(group(m, 1), group(m, 2), group(m, 3), group(m, 4), group(m, 5), group(m, 6));
	}

	private static int group(Matcher m, int index) {
		return Integer.parseInt(m.group(index));
	}

	/** Reads six octets. */
	public static LogicalName of(Bytes octets) {
		if (octets.length() != 6) {
			throw new IllegalArgumentException("a logical name has 6 octets, not %d".formatted(octets.length()));
		}
		return new LogicalName(octets.at(0), octets.at(1), octets.at(2), octets.at(3), octets.at(4), octets.at(5));
	}

	/** Returns the six octets. */
	public Bytes bytes() {
		return Bytes.ofInts(a, b, c, d, e, f);
	}

	@Override
	public int compareTo(LogicalName other) {
		return Long.compare(number(), other.number());
	}

	/** Returns the six octets as one number, A first. */
	private long number() {
		return (long) (a << 8 | b) << 32 | (c << 24 | d << 16 | e << 8 | f) & 0xFFFF_FFFFL;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof LogicalName name && number() == name.number();
	}

	@Override
	public int hashCode() {
		return (int) (number() * SPREAD >>> 32);
	}

	@Override
	public String toString() {
		byte[] text = new byte[LONGEST];
		int end = put(text, 0, a, '-');
		end = put(text, end, b, ':');
		end = put(text, end, c, '.');
		end = put(text, end, d, '.');
		end = put(text, end, e, '*');
		end = put(text, end, f, ' ');
		return new String(text, 0, end - 1, StandardCharsets.ISO_8859_1);
	}

	/** Writes a group and what separates it from the next one; returns where that begins. */
	private static int put(byte[] text, int at, int group, char separator) {
		int end = at;
		if (group >= 100) {
			text[end++] = (byte) ('0' + group / 100);
		}
		if (group >= 10) {
			text[end++] = (byte) ('0' + group / 10 % 10);
		}
		text[end++] = (byte) ('0' + group % 10);
		text[end++] = (byte) separator;
		return end;
	}
}
