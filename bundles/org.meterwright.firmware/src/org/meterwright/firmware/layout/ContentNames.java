// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.meterwright.cosem.value.Bytes;

/** Names rows by what they hold: a row that changes gets another name, and no other row does. */
public final class ContentNames {
	/** Octets that are written out; longer ones are named by a digest. */
	private static final int WRITTEN = 8;
	private static final int DIGITS = 10;
	private static final HexFormat HEX = HexFormat.of();
	/** Looking for it takes longer than computing one. */
	private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(ContentNames::digest);

	private ContentNames() {
	}

	/** Returns digits for a text: equal for equal texts, with all probability different for others. */
	public static String digits(String text) {
		return digits(text.getBytes(StandardCharsets.UTF_8));
	}

	/** Returns short octets as hex, and digits for long ones. */
	static String of(Bytes octets) {
		byte[] content = octets.toArray();
		return content.length <= WRITTEN ? HEX.formatHex(content) : Text.of("x%s", digits(content));
	}

	private static String digits(byte[] content) {
		return HEX.formatHex(DIGEST.get().digest(content), 0, DIGITS / 2);
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java platform has SHA-256
		}
	}
}
