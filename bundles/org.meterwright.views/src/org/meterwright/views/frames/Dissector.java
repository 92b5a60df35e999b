// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.frames;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Meter;
import org.meterwright.scenario.client.Suite0;

/**
 * Takes the frames of a connection apart: HDLC frame or wrapper, APDU, ciphering, data. It remembers what was said before, because answers do not
 * say what was asked, and pieces of a message come one by one.
 */
public final class Dissector {
	private static final int FLAG = 0x7E;
	private static final int WRAPPER_HEADER = 8;
	private static final int LLC = 3;

	private final ApduReader apdus;
	private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	/**
	 * Makes a dissector of a connection.
	 *
	 * @param meter the model, for names and types
	 * @param keys  the keys of the association; nothing: ciphered parts stay closed
	 */
	public Dissector(Meter meter, Optional<Suite0> keys) {
		apdus = new ApduReader(meter, new Ciphering(keys));
	}

	/** Takes a frame apart; what is damaged is shown as far as it can be read. */
	public FrameNode frame(boolean toMeter, byte[] octets) {
		try {
			return octets.length > 0 && (octets[0] & 0xFF) == FLAG ? hdlc(toMeter, octets) : wrapper(octets);
		} catch (IndexOutOfBoundsException | IllegalArgumentException e) {
			return FrameNode.of("damaged frame", "%d octets".formatted(octets.length), hex(octets));
		}
	}

	/** Takes an APDU apart that came without a frame, such as a push. */
	public FrameNode apdu(byte[] octets) {
		return apdus.read(octets);
	}

	private FrameNode wrapper(byte[] octets) {
		byte[] apdu = Arrays.copyOfRange(octets, WRAPPER_HEADER, octets.length);
		FrameNode inner = apdus.read(apdu);
		FrameNode header = new FrameNode("Wrapper", "version %d, from %d to %d, %d octets".formatted(number(octets, 0), number(octets, 2), number(octets, 4), number(octets, 6)),
				hex(Arrays.copyOf(octets, WRAPPER_HEADER)), List.of());
		return new FrameNode(inner.label(), inner.value(), hex(octets), List.of(header, inner));
	}

	private static int number(byte[] octets, int at) {
		return (octets[at] & 0xFF) << 8 | octets[at + 1] & 0xFF;
	}

	private FrameNode hdlc(boolean toMeter, byte[] octets) {
		int[] at = { 3 };
		String destination = address(octets, at);
		String source = address(octets, at);
		int control = octets[at[0]++] & 0xFF;
		boolean more = (octets[1] & 8) != 0;
		byte[] information = at[0] + 4 < octets.length ? Arrays.copyOfRange(octets, at[0] + 2, octets.length - 3) : new byte[0];
		List<FrameNode> layers = new ArrayList<>();
		layers.add(new FrameNode("HDLC %s".formatted(kind(control)), "from %s to %s, %d octets%s".formatted(source, destination, octets.length, more ? ", more follows" : ""), hex(octets), List.of(
				FrameNode.of("Control", "0x%02X".formatted(control)), FrameNode.of("Information", "%d octets".formatted(information.length), hex(information)))));
		Optional<FrameNode> inner = (control & 1) == 0 ? piece(toMeter ? sent : received, information, more) : Optional.empty();
		inner.ifPresent(layers::add);
		return new FrameNode(inner.map(FrameNode::label).orElse(layers.getFirst().label()), inner.map(FrameNode::value).orElse(more ? "a piece of a longer message" : ""), hex(octets), layers);
	}

	/** Keeps pieces until the last one comes. */
	private Optional<FrameNode> piece(ByteArrayOutputStream pieces, byte[] information, boolean more) {
		pieces.writeBytes(information);
		if (more || pieces.size() <= LLC) {
			return Optional.empty();
		}
		byte[] whole = pieces.toByteArray();
		pieces.reset();
		return Optional.of(apdus.read(Arrays.copyOfRange(whole, LLC, whole.length)));
	}

	/** An address goes on until an octet whose last bit is set. */
	private static String address(byte[] octets, int[] at) {
		long address = 0;
		do {
			address = address << 7 | (octets[at[0]] & 0xFF) >> 1;
		} while ((octets[at[0]++] & 1) == 0);
		return Long.toString(address);
	}

	private static String kind(int control) {
		if ((control & 1) == 0) {
			return "I frame %d, expects %d".formatted(control >> 1 & 7, control >> 5);
		}
		return switch (control & 0xEF) {
			case 0x83 -> "SNRM: connect";
			case 0x63 -> "UA: agreed";
			case 0x43 -> "DISC: disconnect";
			case 0x0F -> "DM: disconnected";
			case 0x87 -> "FRMR: frame rejected";
			default -> (control & 0x0F) == 1 ? "RR: ready, expects %d".formatted(control >> 5) : (control & 0x0F) == 5 ? "RNR: not ready" : "control 0x%02X".formatted(control);
		};
	}

	static String hex(byte[] octets) {
		return HexFormat.of().withUpperCase().formatHex(octets);
	}
}
