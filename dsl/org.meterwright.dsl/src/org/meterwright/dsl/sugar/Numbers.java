// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

/** Whole numbers as the grammar lets them through: decimal or hex, not negative; what is too large becomes the largest. */
final class Numbers {
	private Numbers() {
	}

	static int of(String text) {
		try {
			long value = text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseLong(text);
			return Math.clamp(value, -1, Integer.MAX_VALUE);
		} catch (NumberFormatException e) {
			return Integer.MAX_VALUE;
		}
	}
}
