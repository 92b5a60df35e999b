// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Suite 0 with the test key and the test client's title, by the cryptography of the Java platform: the runtime's own is not asked. */
final class TestCipher {
	/** Title of the test client, 8 octets. */
	static final byte[] TITLE = "MWCLIENT".getBytes(StandardCharsets.US_ASCII);
	/** Key and authentication key, 16 octets. */
	static final byte[] KEY = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
	private static final byte BOTH = 0x30;
	private static final int TAG_BITS = 96;
	private static final int IV = 12;

	private TestCipher() {
	}

	/** Authenticates and enciphers: returns length, security control, invocation counter, octets and tag as digits. */
	static String protect(long counter, String plain) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			byte[] iv = ByteBuffer.allocate(IV).put(TITLE).putInt((int) counter).array();
			cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(TAG_BITS, iv));
			cipher.updateAAD(new byte[] {BOTH});
			cipher.updateAAD(KEY);
			String octets = "%02X%08X%s".formatted(BOTH, counter, HexFormat.of().withUpperCase().formatHex(cipher.doFinal(HexFormat.of().parseHex(plain))));
			return "%02X%s".formatted(octets.length() / 2, octets);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e); // every Java platform has AES-GCM
		}
	}

	/** Returns what protects as many octets by another key owner looks like: length and control, the rest unknown. */
	static String protectedBySomebody(int plainOctets) {
		int octets = 1 + 4 + plainOctets + TAG_BITS / 8;
		return "%02X%02X%s".formatted(octets, BOTH, "xx".repeat(octets - 1));
	}
}
