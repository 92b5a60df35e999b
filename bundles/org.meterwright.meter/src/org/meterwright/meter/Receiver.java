// SPDX-License-Identifier: GPL-2.0-only
package org.meterwright.meter;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** Waits for messages that meters send by themselves: each comes over a TCP connection of its own, in the wrapper of IEC 62056-47. */
final class Receiver implements AutoCloseable {
	private static final int HEADER = 8;
	private static final int WAITING = 256;
	private static final int MILLIS = 5000;

	private final ServerSocket listener;

	/** Listens at any free port of this computer. */
	Receiver() throws IOException {
		listener = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
		listener.setSoTimeout(MILLIS);
	}

	int port() {
		return listener.getLocalPort();
	}

	/** Returns the next message with its header. */
	byte[] next() throws IOException {
		try (Socket connection = listener.accept()) {
			connection.setSoTimeout(MILLIS);
			DataInputStream in = new DataInputStream(connection.getInputStream());
			byte[] header = in.readNBytes(HEADER);
			if (header.length < HEADER) {
				throw new EOFException();
			}
			byte[] frame = Arrays.copyOf(header, HEADER + ((header[6] & 0xFF) << 8 | header[7] & 0xFF));
			in.readFully(frame, HEADER, frame.length - HEADER);
			return frame;
		} catch (SocketTimeoutException e) {
			throw new Refusal("Nothing came within %d seconds.".formatted(MILLIS / 1000));
		} catch (EOFException e) {
			throw new Refusal("The message is cut off.");
		}
	}

	@Override
	public void close() throws IOException {
		listener.close();
	}
}
