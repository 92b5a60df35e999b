// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.frames;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Meter;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.scenario.AccessResult;
import org.meterwright.scenario.client.Taker;

/** Takes APDUs apart (IEC 62056-5-3): what is asked, of what, and what is answered. */
final class ApduReader {
	private static final int GENERAL_GLO = 0xDB;

	private final Asked asked;
	private final Ciphering ciphering;
	private final AssociationReader associations;
	private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();

	ApduReader(Meter meter, Ciphering ciphering) {
		this.asked = new Asked(meter);
		this.ciphering = ciphering;
		this.associations = new AssociationReader(ciphering);
	}

	/** Takes an APDU apart. */
	FrameNode read(byte[] octets) {
		try {
			return read(octets[0] & 0xFF, octets);
		} catch (IndexOutOfBoundsException | IllegalArgumentException e) {
			return FrameNode.of("APDU that cannot be read", "%d octets".formatted(octets.length), Dissector.hex(octets));
		}
	}

	private FrameNode read(int tag, byte[] octets) {
		Taker taker = new Taker(octets);
		taker.take();
		return switch (tag) {
			case 0x60, 0x61, 0x62, 0x63 -> associations.read(octets);
			case 0xC0 -> get(taker, octets);
			case 0xC1 -> set(taker, octets);
			case 0xC3 -> action(taker, octets);
			case 0xC4 -> getResponse(taker, octets);
			case 0xC5 -> setResponse(taker, octets);
			case 0xC7 -> actionResponse(taker, octets);
			case 0xC8, 0xC9, 0xCB -> ciphered(true, tag, taker.take(taker.length()), octets);
			case 0xCC, 0xCD, 0xCF -> ciphered(false, tag, taker.take(taker.length()), octets);
			case GENERAL_GLO -> general(taker, octets);
			case 0x0F -> notification(taker, octets);
			case 0xD8 -> new FrameNode("exception-response", "state %d, service %d".formatted(taker.take(), taker.take()), Dissector.hex(octets), List.of());
			default -> FrameNode.of("APDU 0x%02X".formatted(tag), "%d octets".formatted(octets.length), Dissector.hex(octets));
		};
	}

	private FrameNode ciphered(boolean ofClient, int tag, byte[] message, byte[] octets) {
		return layers(name(tag), ciphering.open(ofClient, message), octets);
	}

	private FrameNode general(Taker taker, byte[] octets) {
		byte[] title = taker.take(taker.length());
		return layers("general-glo-ciphering", ciphering.open(title, taker.take(taker.length())), octets);
	}

	/** The outer APDU says what the inner one says. */
	private FrameNode layers(String name, Ciphering.Opened opened, byte[] octets) {
		Optional<FrameNode> inner = opened.plain().map(this::read);
		List<FrameNode> parts = new ArrayList<>(List.of(new FrameNode("Ciphering", name, Dissector.hex(octets), opened.head())));
		inner.ifPresent(parts::add);
		return new FrameNode(inner.map(FrameNode::label).orElse(name), inner.map(FrameNode::value).orElse("ciphered, %d octets".formatted(octets.length)), "", parts);
	}

	private static String name(int tag) {
		return switch (tag) {
			case 0xC8 -> "glo-get-request";
			case 0xC9 -> "glo-set-request";
			case 0xCB -> "glo-action-request";
			case 0xCC -> "glo-get-response";
			case 0xCD -> "glo-set-response";
			default -> "glo-action-response";
		};
	}

	private FrameNode get(Taker taker, byte[] octets) {
		int kind = taker.take();
		FrameNode invoke = invoke(taker.take());
		if (kind == 2) {
			return new FrameNode("get-request-next", "block %d, please".formatted(taker.u32() + 1), Dissector.hex(octets), List.of(invoke));
		}
		if (kind != 1) {
			return new FrameNode("get-request %d".formatted(kind), "", Dissector.hex(octets), List.of(invoke));
		}
		List<FrameNode> parts = new ArrayList<>(List.of(invoke));
		parts.addAll(asked.descriptor(taker, false));
		boolean selective = taker.take() != 0;
		if (selective) {
			parts.add(FrameNode.of("Selective access", "selector %d".formatted(taker.take())));
			parts.add(data("Parameter", new DataType.Any(), taker.rest(), ""));
		}
		blocks.reset();
		return new FrameNode("get-request-normal", "%s%s".formatted(asked.name(), selective ? ", a part" : ""), Dissector.hex(octets), parts);
	}

	private FrameNode set(Taker taker, byte[] octets) {
		int kind = taker.take();
		FrameNode invoke = invoke(taker.take());
		if (kind != 1) {
			return new FrameNode("set-request, with blocks", "", Dissector.hex(octets), List.of(invoke));
		}
		List<FrameNode> parts = new ArrayList<>(List.of(invoke));
		parts.addAll(asked.descriptor(taker, false));
		taker.take();
		FrameNode value = value(taker.rest());
		parts.add(value);
		return new FrameNode("set-request-normal", "%s = %s".formatted(asked.name(), value.value()), Dissector.hex(octets), parts);
	}

	private FrameNode action(Taker taker, byte[] octets) {
		int kind = taker.take();
		List<FrameNode> parts = new ArrayList<>(List.of(invoke(taker.take())));
		if (kind == 1) {
			parts.addAll(asked.descriptor(taker, true));
			if (taker.take() != 0) {
				parts.add(data("Parameter", asked.type(), taker.rest(), ""));
			}
		}
		return new FrameNode("action-request", asked.name(), Dissector.hex(octets), parts);
	}

	private FrameNode getResponse(Taker taker, byte[] octets) {
		int kind = taker.take();
		List<FrameNode> parts = new ArrayList<>(List.of(invoke(taker.take())));
		if (kind == 2) {
			return block(taker, octets, parts);
		}
		if (kind != 1) {
			return new FrameNode("get-response %d".formatted(kind), "", Dissector.hex(octets), parts);
		}
		if (taker.take() != 0) {
			return new FrameNode("get-response-normal", "refused: %s".formatted(AccessResult.name(taker.take())), Dissector.hex(octets), parts);
		}
		FrameNode value = value(taker.rest());
		parts.add(value);
		return new FrameNode("get-response-normal", "%s = %s".formatted(asked.name(), value.value()), Dissector.hex(octets), parts);
	}

	private FrameNode block(Taker taker, byte[] octets, List<FrameNode> parts) {
		boolean last = taker.take() != 0;
		int number = taker.u32();
		if (taker.take() != 0) {
			return new FrameNode("get-response-with-datablock", "refused: %s".formatted(AccessResult.name(taker.take())), Dissector.hex(octets), parts);
		}
		byte[] raw = taker.take(taker.length());
		blocks.writeBytes(raw);
		parts.add(FrameNode.of("Block %d%s".formatted(number, last ? ", the last" : ""), "%d octets".formatted(raw.length), Dissector.hex(raw)));
		if (!last) {
			return new FrameNode("get-response-with-datablock", "block %d of %s".formatted(number, asked.name()), Dissector.hex(octets), parts);
		}
		FrameNode value = value(blocks.toByteArray());
		blocks.reset();
		parts.add(value);
		return new FrameNode("get-response-with-datablock", "%s = %s".formatted(asked.name(), value.value()), Dissector.hex(octets), parts);
	}

	private FrameNode setResponse(Taker taker, byte[] octets) {
		int kind = taker.take();
		FrameNode invoke = invoke(taker.take());
		return new FrameNode("set-response", kind == 1 ? result(taker.take()) : "", Dissector.hex(octets), List.of(invoke));
	}

	private FrameNode actionResponse(Taker taker, byte[] octets) {
		int kind = taker.take();
		List<FrameNode> parts = new ArrayList<>(List.of(invoke(taker.take())));
		String result = kind == 1 ? result(taker.take()) : "";
		if (kind == 1 && taker.take() != 0 && taker.take() == 0) {
			parts.add(data("Returned", new DataType.Any(), taker.rest(), ""));
		}
		return new FrameNode("action-response", result, Dissector.hex(octets), parts);
	}

	private static String result(int result) {
		return result == 0 ? "success" : "refused: %s".formatted(AccessResult.name(result));
	}

	private FrameNode notification(Taker taker, byte[] octets) {
		List<FrameNode> parts = new ArrayList<>(List.of(FrameNode.of("Long invoke id", Integer.toString(taker.u32() & 0xFFFFFF))));
		byte[] time = taker.take(taker.length());
		parts.add(FrameNode.of("Date and time", time.length == 0 ? "none" : Dissector.hex(time)));
		FrameNode body = data("Notification body", new DataType.Any(), taker.rest(), "");
		parts.add(body);
		return new FrameNode("data-notification", body.value(), Dissector.hex(octets), parts);
	}

	private static FrameNode invoke(int octet) {
		return FrameNode.of("Invoke id and priority", "%d%s%s".formatted(octet & 0x0F, (octet & 0x40) == 0 ? "" : ", confirmed", (octet & 0x80) == 0 ? "" : ", high priority"), "%02X".formatted(octet));
	}

	private FrameNode value(byte[] octets) {
		Value value = Axdr.decode(Bytes.of(octets));
		return DataNodes.of("Data", asked.type(), value, asked.words(value));
	}

	private static FrameNode data(String label, DataType type, byte[] octets, String words) {
		return DataNodes.of(label, type, Axdr.decode(Bytes.of(octets)), words);
	}
}
