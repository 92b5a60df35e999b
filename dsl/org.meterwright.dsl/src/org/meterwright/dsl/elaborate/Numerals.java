// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads the numbers of the text. The value converters have made sure that they are numbers, and that they are not too long. */
public final class Numerals {
	private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

	private Numerals() {
	}

	/** Reads a whole number with a sign; one outside the long range becomes the nearest in it. */
	public static long longOf(String text) {
		return new BigInteger(text).min(MOST).max(MOST.negate()).longValue();
	}

	/** Reads a whole number; one outside the int range becomes the nearest in it. */
	public static int clampedInt(String text) {
		return Math.clamp(longOf(text), Integer.MIN_VALUE, Integer.MAX_VALUE);
	}

	/** Reads a number: decimal, with fraction, or hex. */
	public static BigDecimal decimal(String number) {
		boolean negative = number.startsWith("-");
		String text = negative ? number.substring(1) : number;
		BigDecimal value = text.startsWith("0x") ? new BigDecimal(new BigInteger(text.substring(2), 16)) : new BigDecimal(text);
		return negative ? value.negate() : value;
	}
}
