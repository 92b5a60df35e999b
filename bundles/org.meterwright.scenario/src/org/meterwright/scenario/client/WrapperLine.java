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

	public WrapperLine(int port, int client, int server) throws IOException {
		socket = new Socket(InetAddress.getLoopbackAddress(), port);
		socket.setSoTimeout(10_000);
		this.client = client;
		this.server = server;
	}

	@Override
	public byte[] exchange(byte[] apdu) throws IOException {
		socket.getOutputStream().write(new Octets().u16(1).u16(client).u16(server).u16(apdu.length).put(apdu).bytes());
		DataInputStream in = new DataInputStream(socket.getInputStream());
		in.readShort();
		if (in.readShort() != server || in.readShort() != client) {
			throw new ClientException("the answer has other addresses");
		}
		byte[] answer = new byte[in.readUnsignedShort()];
		in.readFully(answer);
		return answer;
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
