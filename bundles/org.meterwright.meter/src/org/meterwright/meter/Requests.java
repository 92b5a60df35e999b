// SPDX-License-Identifier: GPL-2.0-only
package org.meterwright.meter;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;

import org.json.JSONException;
import org.json.JSONObject;

import gurux.dlms.GXByteBuffer;
import gurux.dlms.GXDateTime;

/** Answers requests; see docs/meter.md for what there is. */
final class Requests {
	private static final String ALL = "classes, decode, encode, keep, connect, read, rows, write, call, pushes, notification, listen, receive and release";

	private Optional<Session> session = Optional.empty();
	private Optional<Receiver> receiver = Optional.empty();

	/** Answer one line; whatever it holds, the answer is one line of JSON. */
	String answer(String line) {
		JSONObject answer = new JSONObject();
		try {
			JSONObject request = new JSONObject(line);
			answer.put("id", request.opt("id"));
			perform(request, answer);
		} catch (JSONException e) {
			answer.put("error", "The request is not understood: %s".formatted(firstLine(e)));
		} catch (Refusal e) {
			answer.put("error", e.getMessage());
		} catch (IOException e) {
			answer.put("error", "The connection fails: %s.".formatted(firstLine(e)));
		} catch (Exception e) { // the library throws anything at values that it does not expect
			answer.put("error", "The library fails: %s %s".formatted(e.getClass().getSimpleName(), firstLine(e)).strip());
		}
		return answer.toString();
	}

	private static String firstLine(Exception e) {
		return e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
	}

	private void perform(JSONObject request, JSONObject answer) throws Exception {
		switch (request.getString("do")) {
		case "classes" -> answer.put("classes", Classes.all());
		case "decode" -> answer.put("value", ValueTree.of(ValueTree.parse(octets(request))));
		case "encode" -> answer.put("axdr", HexFormat.of().formatHex(ValueTree.encode(request.getJSONObject("value"))));
		case "keep" -> keep(request, answer);
		case "connect" -> connect(request);
		case "read" -> answer.put("axdr", HexFormat.of().formatHex(session().read(request.getInt("class"), request.getString("name"), request.getInt("attribute"))));
		case "rows" -> answer.put("axdr", HexFormat.of().formatHex(rows(request)));
		case "write" -> session().write(request.getInt("class"), request.getString("name"), request.getInt("attribute"), octets(request));
		case "call" -> answer.put("axdr", HexFormat.of().formatHex(session().call(request.getInt("class"), request.getString("name"), request.getInt("method"), octets(request))));
		case "pushes" -> answer.put("pushes", session().pushes());
		case "notification" -> Notification.read(request, octets(request, "apdu"), answer);
		case "listen" -> answer.put("port", listen());
		case "receive" -> Notification.readFrame(request, new GXByteBuffer(receiver().next()), answer);
		case "release" -> release();
		default -> throw new Refusal("There is no request '%s'; there are %s.".formatted(request.getString("do"), ALL));
		}
	}

	private byte[] rows(JSONObject request) throws Exception {
		String name = request.getString("name");
		return request.has("first") ? session().rows(name, request.getInt("first"), request.getInt("count"))
				: session().rows(name, time(request, "from"), time(request, "to"));
	}

	private static GXDateTime time(JSONObject request, String member) {
		try {
			return new GXDateTime(Date.from(LocalDateTime.parse(request.getString(member)).atZone(ZoneId.systemDefault()).toInstant()));
		} catch (DateTimeParseException e) {
			throw new Refusal("'%s' takes a time such as 2026-11-22T18:00:00.".formatted(member));
		}
	}

	private int listen() throws IOException {
		if (receiver.isEmpty()) {
			receiver = Optional.of(new Receiver());
		}
		return receiver.get().port();
	}

	private Receiver receiver() {
		return receiver.orElseThrow(() -> new Refusal("Nobody listens: listen first."));
	}

	private Session session() {
		return session.orElseThrow(() -> new Refusal("There is no association: connect first."));
	}

	private void connect(JSONObject request) throws Exception {
		close();
		session = Optional.of(Session.connect(request));
	}

	private void release() throws Exception {
		try {
			session().release();
		} finally {
			close();
		}
	}

	private void close() throws IOException {
		if (session.isPresent()) {
			session.get().close();
		}
		session = Optional.empty();
	}

	private static void keep(JSONObject request, JSONObject answer) throws Exception {
		Attribute attribute = new Attribute(request.getInt("class"), request.getInt("version"), request.getInt("attribute"));
		answer.put("axdr", HexFormat.of().formatHex(attribute.keep(octets(request))));
	}

	private static byte[] octets(JSONObject request) {
		return octets(request, "axdr");
	}

	private static byte[] octets(JSONObject request, String member) {
		try {
			return HexFormat.of().parseHex(request.getString(member));
		} catch (IllegalArgumentException e) {
			throw new Refusal("'%s' takes octets as pairs of hexadecimal digits.".formatted(member));
		}
	}
}
