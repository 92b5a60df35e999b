// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.access.AccessModes;

/** Writes access modes and protection. */
final class Modes {
	static final int ACCESS = AccessModes.READ | AccessModes.WRITE;

	private Modes() {
	}

	/** Writes the verbs of an attribute's access bits. */
	static String verbs(int bits) {
		List<String> verbs = new ArrayList<>();
		if ((bits & AccessModes.READ) != 0) {
			verbs.add("read");
		}
		if ((bits & AccessModes.WRITE) != 0) {
			verbs.add("write");
		}
		return String.join(", ", verbs);
	}

	/** Writes the protection of a mode with a space in front; nothing where there is none. */
	static String protection(int bits) {
		List<String> parts = new ArrayList<>();
		add(parts, "authenticated", bits, AccessModes.AUTHENTICATED_REQUEST, AccessModes.AUTHENTICATED_RESPONSE);
		add(parts, "encrypted", bits, AccessModes.ENCRYPTED_REQUEST, AccessModes.ENCRYPTED_RESPONSE);
		add(parts, "signed", bits, AccessModes.SIGNED_REQUEST, AccessModes.SIGNED_RESPONSE);
		return parts.isEmpty() ? "" : " with %s".formatted(String.join(", ", parts));
	}

	/** Writes what is asked of the request alone; a text that asks for nothing says so of the response. */
	static String requests(int bits) {
		List<String> parts = new ArrayList<>();
		add(parts, "authenticated", bits, AccessModes.AUTHENTICATED_REQUEST);
		add(parts, "encrypted", bits, AccessModes.ENCRYPTED_REQUEST);
		add(parts, "signed", bits, AccessModes.SIGNED_REQUEST);
		return parts.isEmpty() ? "authenticated response" : String.join(", ", parts);
	}

	private static void add(List<String> parts, String word, int bits, int request) {
		if ((bits & request) != 0) {
			parts.add(word);
		}
	}

	private static void add(List<String> parts, String word, int bits, int request, int response) {
		boolean asked = (bits & request) != 0;
		boolean answered = (bits & response) != 0;
		if (asked || answered) {
			parts.add(asked && answered ? word : "%s %s".formatted(word, asked ? "request" : "response"));
		}
	}

	/** Writes selectors with a space in front. */
	static String selectors(List<Integer> selectors) {
		return selectors.isEmpty() ? " not selecting" : " selecting %s".formatted(String.join(", ", selectors.stream().map(String::valueOf).toList()));
	}
}
