// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;

/** APDUs in HDLC frames (IEC 62056-46), cut into pieces that the meter takes. A frame may be damaged on purpose. */
public final class HdlcLine implements Line {

	private static final int FLAG = 0x7E;
	private static final int SNRM = 0x93;
	private static final int UA = 0x73;
	private static final int DISC = 0x53;
	private static final int LLC = 3;

	private final Socket socket;
	private final int client;
	private final byte[] server;
	private final int piece;
	private final boolean damaging;
	private final Tap tap;
	private int sends;
	private int receives;
	private int frames;

	/** What came: control octet, whether more follows, information. */
	private record Frame(int control, boolean more, byte[] information) {
	}

	public HdlcLine(int port, int client, byte[] server, int piece, boolean damaging) throws IOException {
		this(new Socket(InetAddress.getLoopbackAddress(), port), client, server, piece, damaging, Tap.NONE);
	}

	/** Talk over a connection that is there already. */
	public HdlcLine(Socket socket, int client, byte[] server, int piece, boolean damaging) throws IOException {
		this(socket, client, server, piece, damaging, Tap.NONE);
	}

	/** Let somebody listen. */
	public HdlcLine(int port, int client, byte[] server, int piece, Tap tap) throws IOException {
		this(new Socket(InetAddress.getLoopbackAddress(), port), client, server, piece, false, tap);
	}

	private HdlcLine(Socket socket, int client, byte[] server, int piece, boolean damaging, Tap tap) throws IOException {
		this.socket = socket;
		this.tap = tap;
		socket.setSoTimeout(damaging ? 300 : 10_000);
		this.client = client << 1 | 1;
		this.server = server;
		this.piece = piece;
		this.damaging = damaging;
	}

	/** Connect; the client takes information fields of so many octets. */
	public void connect(int most) throws IOException {
		Frame answer = ask(SNRM, false, new Octets().put(0x81, 0x80, 4, 6, 2).u16(most).bytes());
		if (answer.control() != UA || answer.information().length != 23) {
			throw new ClientException("not connected: 0x%02X".formatted(answer.control()));
		}
	}

	public int disconnect() throws IOException {
		return ask(DISC, false, new byte[0]).control();
	}

	@Override
	public byte[] exchange(byte[] apdu) throws IOException {
		byte[] message = new Octets().put(0xE6, 0xE6, 0).put(apdu).bytes();
		Frame answer = null;
		for (int at = 0; at < message.length; at += piece) {
			boolean more = at + piece < message.length;
			answer = ask(receives << 5 | 0x10 | sends << 1, more, Arrays.copyOfRange(message, at, Math.min(message.length, at + piece)));
			sends = sends + 1 & 7;
		}
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.writeBytes(answer.information());
		receives = receives + 1 & 7;
		while (answer.more()) {
			answer = ask(receives << 5 | 0x11, false, new byte[0]);
			all.writeBytes(answer.information());
			receives = receives + 1 & 7;
		}
		byte[] octets = all.toByteArray();
		if (octets.length < LLC || octets[1] != (byte) 0xE7) {
			throw new ClientException("no LLC header");
		}
		return Arrays.copyOfRange(octets, LLC, octets.length);
	}

	/** Send a frame until an answer comes: every third is damaged where that is wanted, and the meter is silent. */
	private Frame ask(int control, boolean more, byte[] information) throws IOException {
		byte[] frame = frame(control, more, information);
		if (damaging && ++frames % 3 == 0) {
			byte[] damaged = frame.clone();
			damaged[damaged.length - 2] ^= 1;
			socket.getOutputStream().write(damaged);
		}
		tap.frame(true, frame);
		socket.getOutputStream().write(frame);
		return receive();
	}

	private byte[] frame(int control, boolean more, byte[] information) {
		int total = 2 + server.length + 1 + 1 + 2 + (information.length > 0 ? information.length + 2 : 0);
		Octets octets = new Octets().u16(0xA000 | (more ? 0x800 : 0) | total).put(server).put(client).put(control);
		if (information.length > 0) {
			octets.put(check(octets.bytes())).put(information);
		}
		byte[] inner = octets.put(check(octets.bytes())).bytes();
		return new Octets().put(FLAG).put(inner).put(FLAG).bytes();
	}

	private Frame receive() throws IOException {
		DataInputStream in = new DataInputStream(socket.getInputStream());
		int first = in.readUnsignedByte();
		while (first == FLAG) {
			first = in.readUnsignedByte();
		}
		int second = in.readUnsignedByte();
		int total = (first & 7) << 8 | second;
		byte[] octets = new byte[total];
		octets[0] = (byte) first;
		octets[1] = (byte) second;
		in.readFully(octets, 2, total - 2);
		tap.frame(false, new Octets().put(FLAG).put(octets).put(FLAG).bytes());
		byte[] body = Arrays.copyOf(octets, total - 2);
		if (!Arrays.equals(check(body), Arrays.copyOfRange(octets, total - 2, total))) {
			throw new ClientException("a damaged frame");
		}
		int at = 3 + server.length;
		byte[] information = body.length > at + 1 ? Arrays.copyOfRange(body, at + 3, body.length) : new byte[0];
		return new Frame(octets[at] & 0xFF, (first & 8) != 0, information);
	}

	private static byte[] check(byte[] octets) {
		int sum = 0xFFFF;
		for (byte octet : octets) {
			sum ^= octet & 0xFF;
			for (int bit = 0; bit < 8; bit++) {
				sum = (sum & 1) != 0 ? sum >> 1 ^ 0x8408 : sum >> 1;
			}
		}
		sum ^= 0xFFFF;
		return new byte[] { (byte) sum, (byte) (sum >> 8) };
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
