// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.List;

import org.meterwright.cosem.words.AccessWords;

/** Names that texts have for mechanisms and conformance bits; what has none cannot be written. */
final class Vocabulary {
	private static final int LAST_MECHANISM = 7;

	String mechanism(int id) {
		return AccessWords.mechanism(id >= 0 && id <= LAST_MECHANISM ? id : 0);
	}

	/** Returns the names of the bits that are set. */
	List<String> conformance(int block) {
		return AccessWords.conformance(block).stream().filter(name -> !name.startsWith("bit ")).toList();
	}
}
