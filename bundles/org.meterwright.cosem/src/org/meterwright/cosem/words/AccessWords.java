// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.cosem.access.AccessModes;

/** Says rights, conformance blocks and authentication mechanisms in words. */
public final class AccessWords {
	private static final int CONFORMANCE_BITS = 24;
	private static final List<String> MECHANISMS = List.of("lowest", "low", "high", "high_md5", "high_sha1", "high_gmac", "high_sha256", "high_ecdsa");
	private static final List<String> CONFORMANCE = List.of("", "general_protection", "general_block_transfer", "read", "write", "unconfirmed_write",
			"delta_value_encoding", "", "attribute_0_set", "priority_management", "attribute_0_get", "block_transfer_get", "block_transfer_set",
			"block_transfer_action", "multiple_references", "information_report", "data_notification", "access", "parameterized_access", "get", "set",
			"selective_access", "event_notification", "action");
	private static final List<String> PROTECTION = List.of("", "", "authenticated request", "encrypted request", "signed request",
			"authenticated response", "encrypted response", "signed response");

	private AccessWords() {
	}

	/** Says the access mode of an attribute, given as the bits of version 3. */
	public static String attribute(int mode) {
		List<String> words = new ArrayList<>();
		if ((mode & AccessModes.READ) != 0) {
			words.add("read");
		}
		if ((mode & AccessModes.WRITE) != 0) {
			words.add("write");
		}
		return protectedBy(words, mode);
	}

	/** Says the access mode of a method, given as the bits of version 3. */
	public static String method(int mode) {
		return protectedBy((mode & AccessModes.ACCESS) != 0 ? List.of("call") : List.of(), mode);
	}

	private static String protectedBy(List<String> access, int mode) {
		if (access.isEmpty()) {
			return "no access";
		}
		List<String> words = new ArrayList<>(access);
		IntStream.range(2, PROTECTION.size()).filter(bit -> (mode >> bit & 1) != 0).mapToObj(PROTECTION::get).forEach(words::add);
		return String.join(", ", words);
	}

	/** Returns the names of the bits of a conformance block that are set; bit 0 weighs 0x800000, reserved bits are called {@code bit n}. */
	public static List<String> conformance(int block) {
		return IntStream.range(0, CONFORMANCE_BITS).filter(bit -> (block & 1 << CONFORMANCE_BITS - 1 - bit) != 0)
				.mapToObj(bit -> CONFORMANCE.get(bit).isEmpty() ? "bit %s".formatted(bit) : CONFORMANCE.get(bit)).toList();
	}

	/** Returns the name of an authentication mechanism. */
	public static String mechanism(int id) {
		return id >= 0 && id < MECHANISMS.size() ? MECHANISMS.get(id) : "mechanism %s".formatted(id);
	}
}
