// SPDX-License-Identifier: GPL-2.0-only
package org.meterwright.meter;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.json.JSONObject;

import gurux.dlms.GXByteBuffer;
import gurux.dlms.GXDLMSException;
import gurux.dlms.GXDateTime;
import gurux.dlms.GXReplyData;
import gurux.dlms.enums.Authentication;
import gurux.dlms.enums.DataType;
import gurux.dlms.enums.InterfaceType;
import gurux.dlms.enums.ObjectType;
import gurux.dlms.enums.Security;
import gurux.dlms.objects.GXDLMSProfileGeneric;
import gurux.dlms.secure.GXDLMSSecureClient;

/** An association with a meter, over TCP with the wrapper of IEC 62056-47. */
final class Session implements AutoCloseable {
	private static final int PORT = 4059;
	private static final int HEADER = 8;
	private static final int COLUMNS = 3;
	private static final int MILLIS = 5000;
	private static final int PUBLIC_CLIENT = 16;
	private static final Map<String, Authentication> MECHANISMS = Map.of("lowest", Authentication.NONE, "low", Authentication.LOW, "high_gmac", Authentication.HIGH_GMAC);
	private static final Map<String, Security> PROTECTIONS = Map.of("none", Security.NONE, "authenticated", Security.AUTHENTICATION, "encrypted", Security.ENCRYPTION,
			"authenticated, encrypted", Security.AUTHENTICATION_ENCRYPTION);

	private final Socket socket;
	private final GXDLMSSecureClient client;
	private final List<String> pushes = new ArrayList<>();

	private interface Frames {
		byte[][] get() throws Exception;
	}

	private Session(Socket socket, GXDLMSSecureClient client) {
		this.socket = socket;
		this.client = client;
	}

	/** Opens a connection and associates; with a mechanism of high level both sides prove themselves. */
	static Session connect(JSONObject request) throws Exception {
		GXDLMSSecureClient client = new GXDLMSSecureClient(true, request.optInt("client", PUBLIC_CLIENT), request.optInt("server", 1),
				of(MECHANISMS, request.optString("mechanism", "lowest"), "mechanism"), null, InterfaceType.WRAPPER);
		client.setMaxReceivePDUSize(request.optInt("pdu", 0xFFFF));
		if (request.has("password")) {
			client.setPassword(octets(request, "password"));
		}
		protect(client, request);
		Socket socket = new Socket();
		socket.connect(new InetSocketAddress(request.optString("host", "127.0.0.1"), request.optInt("port", PORT)), MILLIS);
		socket.setSoTimeout(MILLIS);
		Session session = new Session(socket, client);
		try {
			session.associate();
		} catch (Exception e) {
			session.close();
			throw e;
		}
		return session;
	}

	/** Takes protection, keys and titles out of a request. */
	static void protect(GXDLMSSecureClient client, JSONObject request) {
		client.getCiphering().setSecurity(of(PROTECTIONS, request.optString("protection", "none"), "protection"));
		if (request.has("system_title")) {
			client.getCiphering().setSystemTitle(octets(request, "system_title"));
			client.getCiphering().setBlockCipherKey(octets(request, "encryption_key"));
			client.getCiphering().setAuthenticationKey(octets(request, "authentication_key"));
			client.getCiphering().setInvocationCounter(request.optLong("counter", 1));
		}
	}

	private static <T> T of(Map<String, T> known, String word, String what) {
		if (!known.containsKey(word)) {
			throw new Refusal("There is no %s '%s'; there are %s.".formatted(what, word, String.join("; ", known.keySet().stream().sorted().toList())));
		}
		return known.get(word);
	}

	private static byte[] octets(JSONObject request, String member) {
		try {
			return HexFormat.of().parseHex(request.getString(member));
		} catch (IllegalArgumentException e) {
			throw new Refusal("'%s' takes octets as pairs of hexadecimal digits.".formatted(member));
		}
	}

	private void associate() throws Exception {
		client.parseAareResponse(exchange(client::aarqRequest).getData());
		if (client.getIsAuthenticationRequired()) {
			client.parseApplicationAssociationResponse(exchange(client::getApplicationAssociationRequest).getData());
		}
	}

	/** Reads an attribute; the octets are those that came, not what the library makes of them. */
	byte[] read(int classId, String name, int attribute) throws Exception {
		return octets(exchange(() -> client.read(name, type(classId), attribute)).getData());
	}

	/** Reads entries of a profile by their numbers, the first of which is 1. */
	byte[] rows(String name, int first, int count) throws Exception {
		GXDLMSProfileGeneric profile = profile(name);
		return octets(exchange(() -> client.readRowsByEntry(profile, first, count)).getData());
	}

	/** Reads entries of a profile whose time, by the clock that it captures first, lies between two times. */
	byte[] rows(String name, GXDateTime from, GXDateTime to) throws Exception {
		GXDLMSProfileGeneric profile = profile(name);
		return octets(exchange(() -> client.readRowsByRange(profile, from, to)).getData());
	}

	/** The library wants to know the columns before it asks for rows. */
	private GXDLMSProfileGeneric profile(String name) throws Exception {
		GXDLMSProfileGeneric profile = new GXDLMSProfileGeneric(name);
		client.updateValue(profile, COLUMNS, exchange(() -> client.read(profile, COLUMNS)).getValue());
		return profile;
	}

	/** Writes octets into an attribute. */
	void write(int classId, String name, int attribute, byte[] value) throws Exception {
		exchange(() -> client.write(name, value, DataType.STRUCTURE, type(classId), attribute)); // the library takes octets for a structure as they are
	}

	/** Invokes a method; returns what it answers. */
	byte[] call(int classId, String name, int method, byte[] parameter) throws Exception {
		return octets(exchange(() -> client.method(name, type(classId), method, parameter, DataType.STRUCTURE)).getData());
	}

	/** Returns what the meter has sent by itself since the last time, each as octets of the notification's body. */
	List<String> pushes() {
		List<String> received = List.copyOf(pushes);
		pushes.clear();
		return received;
	}

	private static ObjectType type(int classId) {
		ObjectType type = ObjectType.forValue(classId);
		if (type == null) {
			throw new Refusal("The library does not know class %d.".formatted(classId));
		}
		return type;
	}

	private static byte[] octets(GXByteBuffer data) {
		return data == null ? new byte[0] : Arrays.copyOf(data.getData(), data.size());
	}

	private GXReplyData exchange(Frames frames) throws Exception {
		GXReplyData reply = new GXReplyData();
		for (byte[] frame : frames.get()) {
			reply.clear();
			send(frame, reply);
			while (reply.isMoreData()) {
				send(client.receiverReady(reply), reply);
			}
		}
		return reply;
	}

	private void send(byte[] frame, GXReplyData reply) throws Exception {
		socket.getOutputStream().write(frame);
		GXReplyData notification = new GXReplyData();
		int read = reply.getReadPosition();
		while (!client.getData(receive(), reply, notification)) {
			if (notification.getData() != null && notification.getData().size() > 0 && !notification.isMoreData()) {
				pushes.add(HexFormat.of().formatHex(Arrays.copyOf(notification.getData().getData(), notification.getData().size())));
				notification = new GXReplyData();
				reply.setReadPosition(read); // the library has moved it along the notification
			}
		}
		if (reply.getError() != 0) {
			throw new Refusal("The meter answers: %s".formatted(new GXDLMSException(reply.getError()).getMessage()));
		}
	}

	/** Receives one frame: a header of eight octets, the last two of which say how many follow. */
	private GXByteBuffer receive() throws IOException {
		DataInputStream in = new DataInputStream(socket.getInputStream());
		try {
			byte[] header = new byte[HEADER];
			in.readFully(header);
			byte[] frame = Arrays.copyOf(header, HEADER + ((header[6] & 0xFF) << 8 | header[7] & 0xFF));
			in.readFully(frame, HEADER, frame.length - HEADER);
			return new GXByteBuffer(frame);
		} catch (SocketTimeoutException e) {
			throw new Refusal("The meter does not answer within %d seconds.".formatted(MILLIS / 1000));
		} catch (EOFException e) {
			throw new Refusal("The meter closed the connection.");
		}
	}

	/** Ends the association in the way of the protocol. */
	void release() throws Exception {
		exchange(client::releaseRequest);
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
