// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.words.AccessWords;

/** Says access modes and the conformance block in words. */
final class Modes {
	private static final List<String> PROTECTIONS = List.of("authenticated request", "encrypted request", "signed request", "authenticated response", "encrypted response",
			"signed response");
	private static final int FIRST_PROTECTION = 2;
	private static final int BLOCK = 0xFFFFFF;

	private Modes() {
	}

	/** Lists the protection that a mode asks for. */
	static List<String> protection(int mode) {
		List<String> words = new ArrayList<>();
		for (int i = 0; i < PROTECTIONS.size(); i++) {
			if ((mode & 1 << i + FIRST_PROTECTION) != 0) {
				words.add(PROTECTIONS.get(i));
			}
		}
		return words;
	}

	/** Returns protection for people. */
	static String protectionWords(int mode) {
		List<String> words = protection(mode);
		return words.isEmpty() ? "not protected" : String.join(", ", words);
	}

	/** Lists the services of a conformance block; bits that do not exist have a number. */
	static List<String> services(int conformance) {
		List<String> words = new ArrayList<>(AccessWords.conformance(conformance));
		if ((conformance & ~BLOCK) != 0) {
			words.add("0x%08X beyond the block".formatted(conformance & ~BLOCK));
		}
		return words;
	}
}
