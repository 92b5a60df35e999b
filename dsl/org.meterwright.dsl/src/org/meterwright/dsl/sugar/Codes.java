// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.math.BigDecimal;

import org.meterwright.dsl.elaborate.Numerals;

/** Codes and counts as the text writes them, decimal or hex; what an int cannot hold becomes the nearest that it can. */
final class Codes {
	private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

	private Codes() {
	}

	static int of(String text) {
		return Numerals.decimal(text).min(MOST).max(MOST.negate()).intValue();
	}
}
