// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A meter that gives the same answers whatever it is asked, and remembers what it was asked. */
final class ScriptedMeter implements AutoCloseable {
	private static final int HEADER = 8;

	private final ServerSocket server;
	private final CompletableFuture<List<String>> asked;

	private ScriptedMeter(ServerSocket server, List<String> answers) {
		this.server = server;
		asked = CompletableFuture.supplyAsync(() -> serve(answers));
	}

	/** Listen; each answer is an APDU in hexadecimal digits. Two with a bar between them go out together. */
	static ScriptedMeter of(String... answers) throws IOException {
		return new ScriptedMeter(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), List.of(answers));
	}

	/** Return where it listens. */
	int port() {
		return server.getLocalPort();
	}

	/** Return the APDUs that it was sent, when all answers are given. */
	List<String> asked() throws InterruptedException, ExecutionException {
		return asked.get();
	}

	private List<String> serve(List<String> answers) {
		List<String> requests = new ArrayList<>();
		try (Socket socket = server.accept()) {
			DataInputStream in = new DataInputStream(socket.getInputStream());
			for (String answer : answers) {
				byte[] header = in.readNBytes(HEADER);
				byte[] apdu = in.readNBytes((header[6] & 0xFF) << 8 | header[7] & 0xFF);
				requests.add(HexFormat.of().formatHex(apdu));
				for (String part : answer.split("\\|")) {
					byte[] body = HexFormat.of().parseHex(part.replace(" ", ""));
					socket.getOutputStream().write(HexFormat.of().parseHex("000100010010%04x".formatted(body.length)));
					socket.getOutputStream().write(body);
				}
			}
		} catch (IOException e) {
			requests.add(e.toString());
		}
		return requests;
	}

	@Override
	public void close() throws IOException {
		server.close();
	}
}
