// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.client.Suite0;
import org.meterwright.scenario.client.Taker;

/** Opens what is ciphered in security suite 0, with the system titles that both sides have told (IEC 62056-5-3). */
final class Ciphering {
	private static final int ENCRYPTED = 0x20;
	private static final int AUTHENTICATED = 0x10;
	private static final int HEADER = 5;

	private final Optional<Suite0> keys;
	private byte[] client = DlmsClient.TITLE;
	private byte[] server = new byte[8];

	Ciphering(Optional<Suite0> keys) {
		this.keys = keys;
	}

	/** Takes note of a system title. */
	void title(boolean ofClient, byte[] title) {
		if (ofClient) {
			client = title;
		} else {
			server = title;
		}
	}

	/** What became of a ciphered message: its head, and what is in it. */
	record Opened(List<FrameNode> head, Optional<byte[]> plain) {
	}

	/** Opens a message that the client or the meter has ciphered. */
	Opened open(boolean ofClient, byte[] message) {
		return open(ofClient ? client : server, message);
	}

	/** Opens a message of a system title. */
	Opened open(byte[] title, byte[] message) {
		List<FrameNode> head = new ArrayList<>();
		int control = message[0] & 0xFF;
		head.add(FrameNode.of("Security control", "0x%02X: suite %d%s%s".formatted(control, control & 0x0F, (control & AUTHENTICATED) == 0 ? "" : ", authenticated",
				(control & ENCRYPTED) == 0 ? "" : ", encrypted"), "%02X".formatted(control)));
		head.add(FrameNode.of("Invocation counter", Long.toString(counter(message))));
		head.add(FrameNode.of("System title", Dissector.hex(title)));
		if (keys.isEmpty()) {
			head.add(FrameNode.of("Closed", "the association names no keys to open it with"));
			return new Opened(head, Optional.empty());
		}
		try {
			return new Opened(head, Optional.of(keys.get().open(title, message)));
		} catch (IllegalStateException e) {
			head.add(FrameNode.of("Not genuine", "the authentication tag does not belong to it"));
			return new Opened(head, Optional.empty());
		}
	}

	private static long counter(byte[] message) {
		Taker taker = new Taker(message);
		taker.take();
		return message.length < HEADER ? 0 : taker.u32() & 0xFFFFFFFFL;
	}
}
