// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.client;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** APDUs in the wrapper over TCP (IEC 62056-47). */
public final class WrapperLine implements Line {

	private final Socket socket;
	private final int client;
	private final int server;
	private final Tap tap;

	public WrapperLine(int port, int client, int server) throws IOException {
		this(port, client, server, Tap.NONE);
	}

	/** Let somebody listen. */
	public WrapperLine(int port, int client, int server, Tap tap) throws IOException {
		this.tap = tap;
		socket = new Socket(InetAddress.getLoopbackAddress(), port);
		socket.setSoTimeout(10_000);
		this.client = client;
		this.server = server;
	}

	@Override
	public byte[] exchange(byte[] apdu) throws IOException {
		byte[] request = new Octets().u16(1).u16(client).u16(server).u16(apdu.length).put(apdu).bytes();
		tap.frame(true, request);
		socket.getOutputStream().write(request);
		DataInputStream in = new DataInputStream(socket.getInputStream());
		int version = in.readUnsignedShort();
		int from = in.readUnsignedShort();
		int to = in.readUnsignedShort();
		byte[] answer = new byte[in.readUnsignedShort()];
		in.readFully(answer);
		tap.frame(false, new Octets().u16(version).u16(from).u16(to).u16(answer.length).put(answer).bytes());
		if (from != server || to != client) {
			throw new ClientException("the answer has other addresses");
		}
		return answer;
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
