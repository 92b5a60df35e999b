// SPDX-License-Identifier: GPL-2.0-only
package org.meterwright.meter;

/** Why a request cannot be fulfilled, in a sentence for whoever sent it. */
final class Refusal extends RuntimeException {
	private static final long serialVersionUID = 1L;

	Refusal(String sentence) {
		super(sentence);
	}
}
