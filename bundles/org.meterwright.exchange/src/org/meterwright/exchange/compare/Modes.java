// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.List;

/** Says access modes and the conformance block in words. */
final class Modes {
	private static final List<String> PROTECTIONS = List.of("authenticated request", "encrypted request", "signed request", "authenticated response", "encrypted response",
			"signed response");
	private static final int FIRST_PROTECTION = 2;
	/** Bits of the conformance block by number (IEC 62056-5-3), bit 0 the highest of 24. */
	private static final List<String> SERVICES = List.of("bit 0", "general_protection", "general_block_transfer", "read", "write", "unconfirmed_write", "delta_value_encoding", "bit 7",
			"attribute_0_set", "priority_management", "attribute_0_get", "block_transfer_get", "block_transfer_set", "block_transfer_action", "multiple_references",
			"information_report", "data_notification", "access", "parameterized_access", "get", "set", "selective_access", "event_notification", "action");
	private static final List<String> MECHANISMS = List.of("lowest", "low", "high", "high_md5", "high_sha1", "high_gmac", "high_sha256", "high_ecdsa");

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
		List<String> words = new ArrayList<>();
		for (int i = 0; i < SERVICES.size(); i++) {
			if ((conformance & 0x800000 >> i) != 0) {
				words.add(SERVICES.get(i));
			}
		}
		for (int i = SERVICES.size(); i < Integer.SIZE; i++) {
			if ((conformance & 1 << i) != 0) {
				words.add("bit %d above the block".formatted(i));
			}
		}
		return words;
	}

	/** Returns the name of an authentication mechanism. */
	static String mechanism(int id) {
		return id >= 0 && id < MECHANISMS.size() ? MECHANISMS.get(id) : "mechanism %d".formatted(id);
	}
}
