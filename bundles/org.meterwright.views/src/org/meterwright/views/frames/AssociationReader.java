// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.frames;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.words.AccessWords;
import org.meterwright.scenario.client.Taker;

/** Takes apart what opens and releases an association (IEC 62056-5-3, ACSE APDUs). */
final class AssociationReader {
	private static final int GLO_INITIATE_REQUEST = 0x21;
	private static final int GLO_INITIATE_RESPONSE = 0x28;

	private final Ciphering ciphering;
	private boolean accepted;

	AssociationReader(Ciphering ciphering) {
		this.ciphering = ciphering;
	}

	FrameNode read(byte[] octets) {
		Taker taker = new Taker(octets);
		int tag = taker.take();
		taker.length();
		boolean ofClient = tag == 0x60 || tag == 0x62;
		List<FrameNode> parts = new ArrayList<>();
		String says = "";
		while (!taker.isAtEnd()) {
			int field = taker.take();
			FrameNode part = field(tag, field, taker.take(taker.length()), ofClient);
			says = part.label().equals("Mechanism") || part.label().equals("Result") ? part.value() : says;
			parts.add(part);
		}
		return new FrameNode(name(tag), says, Dissector.hex(octets), parts);
	}

	private static String name(int tag) {
		return switch (tag) {
			case 0x60 -> "AARQ: open an association";
			case 0x61 -> "AARE: answer to it";
			case 0x62 -> "RLRQ: release the association";
			default -> "RLRE: released";
		};
	}

	private FrameNode field(int tag, int field, byte[] octets, boolean ofClient) {
		String hex = Dissector.hex(octets);
		return switch (field) {
			case 0xA1 -> FrameNode.of("Application context", context(octets[octets.length - 1]), hex);
			case 0xA2 -> FrameNode.of("Result", result(octets[octets.length - 1]), hex);
			case 0xA3 -> FrameNode.of("Diagnostic", diagnostic(octets[octets.length - 1]), hex);
			case 0xA4, 0xA6 -> title(octets, ofClient, hex);
			case 0x80, 0x8A, 0x88 -> FrameNode.of(tag >= 0x62 ? "Reason" : "ACSE requirements", Integer.toString(octets[octets.length - 1] & 0xFF), hex);
			case 0x89, 0x8B -> FrameNode.of("Mechanism", AccessWords.mechanism(octets[octets.length - 1]), hex);
			case 0xAA, 0xAC -> FrameNode.of(ofClient ? "Client's secret or challenge" : "Meter's challenge", text(Arrays.copyOfRange(octets, 2, octets.length)), hex);
			case 0xBE -> initiate(Arrays.copyOfRange(octets, 2, octets.length), ofClient, hex);
			default -> FrameNode.of("Field 0x%02X".formatted(field), hex, hex);
		};
	}

	private FrameNode title(byte[] octets, boolean ofClient, String hex) {
		byte[] title = Arrays.copyOfRange(octets, 2, octets.length);
		ciphering.title(ofClient, title);
		return FrameNode.of(ofClient ? "Client's system title" : "Meter's system title", text(title), hex);
	}

	private static String text(byte[] octets) {
		String text = new String(octets, StandardCharsets.US_ASCII);
		return text.chars().allMatch(c -> c >= ' ' && c < 0x7F) ? "\"%s\"".formatted(text) : Dissector.hex(octets);
	}

	private static String context(int id) {
		return switch (id) {
			case 1 -> "logical names, plain";
			case 2 -> "short names, plain";
			case 3 -> "logical names, ciphered";
			case 4 -> "short names, ciphered";
			default -> "context %d".formatted(id);
		};
	}

	private String result(int result) {
		accepted = result == 0;
		return switch (result) {
			case 0 -> "accepted";
			case 1 -> "rejected for good";
			default -> "rejected for now";
		};
	}

	private String diagnostic(int diagnostic) {
		return switch (diagnostic) {
			case 0 -> "none";
			case 1 -> accepted ? "none" : "no reason given";
			case 2 -> "application context not supported";
			case 11 -> "mechanism not recognised";
			case 12 -> "mechanism required";
			case 13 -> "authentication failed";
			case 14 -> "authentication required: high level security goes on";
			default -> "diagnostic %d".formatted(diagnostic);
		};
	}

	private FrameNode initiate(byte[] octets, boolean ofClient, String hex) {
		int tag = octets[0] & 0xFF;
		if (tag != GLO_INITIATE_REQUEST && tag != GLO_INITIATE_RESPONSE) {
			return new FrameNode("User information", "", hex, List.of(plain(octets)));
		}
		Taker taker = new Taker(octets);
		taker.take();
		Ciphering.Opened opened = ciphering.open(ofClient, taker.take(taker.length()));
		List<FrameNode> parts = new ArrayList<>(opened.head());
		Optional<FrameNode> plain = opened.plain().map(AssociationReader::plain);
		plain.ifPresent(parts::add);
		return new FrameNode("User information", "ciphered", hex, parts);
	}

	/** The conformance block and the largest PDU stand at the end of a request, and before the name of the virtual distribution equipment in a response. */
	private static FrameNode plain(byte[] octets) {
		boolean request = octets[0] == 1;
		int end = request ? octets.length : octets.length - 2;
		if (octets[0] != 1 && octets[0] != 8 || end < 5) {
			return FrameNode.of("APDU 0x%02X".formatted(octets[0] & 0xFF), "%d octets".formatted(octets.length), Dissector.hex(octets));
		}
		int block = (octets[end - 5] & 0xFF) << 16 | (octets[end - 4] & 0xFF) << 8 | octets[end - 3] & 0xFF;
		int pdu = (octets[end - 2] & 0xFF) << 8 | octets[end - 1] & 0xFF;
		return new FrameNode(request ? "initiate-request" : "initiate-response", "", Dissector.hex(octets), List.of(
				FrameNode.of("Conformance", String.join(", ", AccessWords.conformance(block)), "%06X".formatted(block)), FrameNode.of("Largest PDU", "%d octets".formatted(pdu))));
	}
}
