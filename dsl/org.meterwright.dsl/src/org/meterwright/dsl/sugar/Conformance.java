// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import org.meterwright.dsl.cosemDsl.ConformanceLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;

/** The conformance block (IEC 62056-5-3): 24 bits, bit 0 is the highest. */
final class Conformance {
	private static final int HIGHEST = 0x800000;
	/** get (19), set (20), selective-access (21), action (23), block-transfer-with-get (11), for associations that say nothing. */
	static final int USUAL = bit(19) | bit(20) | bit(21) | bit(23) | bit(11);

	private final LibraryLiterals literals;

	Conformance(LibraryLiterals literals) {
		this.literals = literals;
	}

	/** Returns the bits that a line names. */
	int bits(ConformanceLine line) {
		int bits = 0;
		for (String name : line.getBits()) {
			bits |= literals.code("conformance_block", line, CosemDslPackage.eINSTANCE.getConformanceLine_Bits(), name).map(Conformance::bit).orElse(0);
		}
		return bits;
	}

	private static int bit(int number) {
		return HIGHEST >> number;
	}
}
