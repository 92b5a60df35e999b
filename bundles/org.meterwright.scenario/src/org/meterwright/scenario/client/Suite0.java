// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.client;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Security suite 0 with the cryptography of the Java platform, which knows nothing of ours.
 *
 * @param encryption     global unicast encryption key
 * @param authentication authentication key
 */
public record Suite0(byte[] encryption, byte[] authentication) {

	public static final int AUTHENTICATED = 0x10;
	public static final int ENCRYPTED = 0x20;
	private static final int TAG_BITS = 96;
	private static final int TAG = 12;

	/** Protect octets: security header, invocation counter, the octets, the tag. */
	public byte[] protect(int control, byte[] title, long counter, byte[] plain) {
		Octets head = new Octets().put(control).u32(counter);
		return switch (control) {
			case AUTHENTICATED | ENCRYPTED -> head.put(run(Cipher.ENCRYPT_MODE, title, counter, aad(control, new byte[0]), plain)).bytes();
			case AUTHENTICATED -> head.put(plain).put(run(Cipher.ENCRYPT_MODE, title, counter, aad(control, plain), new byte[0])).bytes();
			default -> head.put(withoutTag(run(Cipher.ENCRYPT_MODE, title, counter, new byte[0], plain))).bytes();
		};
	}

	/** Check and decipher. */
	public byte[] open(byte[] title, byte[] message) {
		Taker taker = new Taker(message);
		int control = taker.take();
		long counter = taker.u32() & 0xFFFFFFFFL;
		byte[] rest = taker.rest();
		if (control == (AUTHENTICATED | ENCRYPTED)) {
			return run(Cipher.DECRYPT_MODE, title, counter, aad(control, new byte[0]), rest);
		}
		if (control == AUTHENTICATED) {
			byte[] plain = java.util.Arrays.copyOf(rest, rest.length - TAG);
			run(Cipher.DECRYPT_MODE, title, counter, aad(control, plain), java.util.Arrays.copyOfRange(rest, plain.length, rest.length));
			return plain;
		}
		return withoutTag(run(Cipher.ENCRYPT_MODE, title, counter, new byte[0], rest));
	}

	private static byte[] withoutTag(byte[] octets) {
		return java.util.Arrays.copyOf(octets, octets.length - TAG);
	}

	private byte[] aad(int control, byte[] plain) {
		return new Octets().put(control).put(authentication).put(plain).bytes();
	}

	private byte[] run(int mode, byte[] title, long counter, byte[] aad, byte[] octets) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			byte[] iv = ByteBuffer.allocate(TAG).put(title).putInt((int) counter).array();
			cipher.init(mode, new SecretKeySpec(encryption, "AES"), new GCMParameterSpec(TAG_BITS, iv));
			cipher.updateAAD(aad);
			return cipher.doFinal(octets);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("the message is not genuine", e);
		}
	}
}
