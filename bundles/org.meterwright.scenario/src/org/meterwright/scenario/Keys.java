// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.KeySlot;
import org.meterwright.scenario.client.Suite0;

/** Keys for playing: made from the number of their slot, the same on every machine, and of no use for a real meter. */
final class Keys {
	private static final int SLOTS = 256;
	private static final int LENGTH = 16;

	private Keys() {
	}

	/** Returns the key of a slot. */
	static byte[] of(int slot) {
		try {
			return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(new byte[] {(byte) slot}), LENGTH);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Returns the keys of all slots in hex. */
	static Map<Integer, String> all() {
		Map<Integer, String> keys = new HashMap<>();
		for (int slot = 0; slot < SLOTS; slot++) {
			keys.put(slot, HexFormat.of().formatHex(of(slot)));
		}
		return keys;
	}

	/** Returns the secret of an association. */
	static byte[] secret(Association association) {
		return of(Math.max(0, association.getSecretSlot()));
	}

	/** Returns the keys that a Security setup object names; nothing: it names none. */
	static Optional<Suite0> of(CosemObject security) {
		Optional<Integer> encryption = slot(security, "global_unicast");
		Optional<Integer> authentication = slot(security, "authentication");
		return encryption.isEmpty() || authentication.isEmpty() ? Optional.empty() : Optional.of(new Suite0(of(encryption.get()), of(authentication.get())));
	}

	private static Optional<Integer> slot(CosemObject security, String name) {
		return security == null ? Optional.empty() : security.getKeys().stream().filter(key -> key.getName().equals(name)).map(KeySlot::getSlot).findFirst();
	}
}
