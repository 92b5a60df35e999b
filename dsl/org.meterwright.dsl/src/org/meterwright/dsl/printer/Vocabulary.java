// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.List;
import java.util.stream.IntStream;

/** Names that the library gives to mechanisms and conformance bits. */
final class Vocabulary {
	private static final int CONFORMANCE_BITS = 24;
	private static final List<String> MECHANISMS = List.of("lowest", "low", "high", "high_md5", "high_sha1", "high_gmac", "high_sha256", "high_ecdsa");
	private static final List<String> CONFORMANCE = List.of("", "general_protection", "general_block_transfer", "read", "write", "unconfirmed_write",
			"delta_value_encoding", "", "attribute_0_set", "priority_management", "attribute_0_get", "block_transfer_get", "block_transfer_set",
			"block_transfer_action", "multiple_references", "information_report", "data_notification", "access", "parameterized_access", "get", "set",
			"selective_access", "event_notification", "action");

	String mechanism(int id) {
		return id >= 0 && id < MECHANISMS.size() ? MECHANISMS.get(id) : "lowest";
	}

	/** Returns the names of the bits that are set. */
	List<String> conformance(int block) {
		return IntStream.range(0, CONFORMANCE_BITS).filter(bit -> (block & 1 << CONFORMANCE_BITS - 1 - bit) != 0).mapToObj(CONFORMANCE::get)
				.filter(name -> !name.isEmpty()).toList();
	}
}
