// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.LogicalName;

/** A DLMS client made of the standard's octets alone (IEC 62056-5-3). */
public final class DlmsClient implements AutoCloseable {

	public static final byte[] TITLE = "CLIENT01".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] CHALLENGE = "challenge of the client".getBytes(StandardCharsets.US_ASCII);
	private static final String OBJECT_IDENTIFIER = "60857405 08";
	private static final int EVERYTHING = 0x00FFFFFF;

	private final Line line;
	private final Optional<Suite0> suite;
	private byte[] serverTitle = new byte[8];
	private long counter;
	private int invoke = 0x40;
	private boolean ciphering;
	private boolean general;

	/** What a request gave: data, or why there is none. */
	public record Answer(int result, byte[] data) {
	}

	public DlmsClient(Line line, Optional<Suite0> suite, long counter) {
		this.line = line;
		this.suite = suite;
		this.counter = counter;
	}

	/** Send services as general-glo-ciphering. */
	public void useGeneralCiphering() {
		general = true;
	}

	public long counter() {
		return counter;
	}

	/** Send octets and return the answer. */
	public byte[] exchange(byte[] apdu) throws IOException {
		return line.exchange(apdu);
	}

	/** Open an association; return the diagnostic: 0, or what the meter has against it. */
	public int open(int mechanism, byte[] secret, int pdu) throws IOException {
		byte[] initiate = new Octets().hex("01000000 065F1F0400").put(EVERYTHING >> 16 & 0xFF, EVERYTHING >> 8 & 0xFF, EVERYTHING & 0xFF).u16(pdu).bytes();
		if (suite.isPresent()) {
			initiate = new Octets().put(0x21).counted(suite.get().protect(0x30, TITLE, counter++, initiate)).bytes();
		}
		Octets fields = new Octets().put(0xA1, 9, 6, 7).hex(OBJECT_IDENTIFIER).put(1, suite.isPresent() ? 3 : 1);
		if (suite.isPresent()) {
			fields.put(0xA6, 10, 4, 8).put(TITLE);
		}
		if (mechanism > 0) {
			byte[] value = mechanism == 1 ? secret : CHALLENGE;
			fields.put(0x8A, 2, 7, 0x80).put(0x8B, 7).hex(OBJECT_IDENTIFIER).put(2, mechanism).put(0xAC, value.length + 2, 0x80, value.length).put(value);
		}
		fields.put(0xBE, initiate.length + 2, 4, initiate.length).put(initiate);
		return opened(exchange(new Octets().put(0x60).counted(fields.bytes()).bytes()), mechanism);
	}

	private int opened(byte[] aare, int mechanism) throws IOException {
		Taker taker = new Taker(aare);
		expect(0x61, taker.take());
		taker.length();
		int result = -1;
		int diagnostic = -1;
		byte[] challenge = {};
		while (!taker.isAtEnd()) {
			int tag = taker.take();
			byte[] field = taker.take(taker.length());
			switch (tag) {
				case 0xA2 -> result = field[2];
				case 0xA3 -> diagnostic = field[4];
				case 0xA4 -> serverTitle = Arrays.copyOfRange(field, 2, 10);
				case 0xAA -> challenge = Arrays.copyOfRange(field, 2, field.length);
				default -> {
				}
			}
		}
		if (result != 0) {
			return diagnostic;
		}
		ciphering = suite.isPresent();
		return mechanism == 5 ? prove(challenge) : 0;
	}

	/** High level security: answer the challenge, and check the meter's answer to ours. */
	private int prove(byte[] challenge) throws IOException {
		byte[] answer = suite.orElseThrow().protect(Suite0.AUTHENTICATED, TITLE, counter++, challenge);
		byte[] own = Arrays.copyOf(answer, 5 + 12);
		System.arraycopy(answer, answer.length - 12, own, 5, 12);
		Answer result = act(15, LogicalName.valueOf("0-0:40.0.0*255"), 1, new Octets().put(9, own.length).put(own).bytes());
		if (result.result() != 0) {
			return result.result();
		}
		Taker taker = new Taker(result.data());
		expect(9, taker.take());
		byte[] gmac = taker.take(taker.length());
		suite.get().open(serverTitle, new Octets().put(Arrays.copyOf(gmac, 5)).put(CHALLENGE).put(Arrays.copyOfRange(gmac, 5, gmac.length)).bytes());
		return 0;
	}

	private static void expect(int wanted, int was) throws ClientException {
		if (wanted != was) {
			throw new ClientException("expected 0x%02X, not 0x%02X".formatted(wanted, was));
		}
	}

	/** Ask for a service, ciphered where the association is. */
	public byte[] request(byte[] plain) throws IOException {
		if (!ciphering) {
			return exchange(plain);
		}
		byte[] message = suite.orElseThrow().protect(0x30, TITLE, counter++, plain);
		Octets octets = general ? new Octets().put(0xDB, 8).put(TITLE) : new Octets().put(plain[0] + 8);
		Taker taker = new Taker(exchange(octets.counted(message).bytes()));
		int tag = taker.take();
		if (tag == 0xD8) {
			return new Octets().put(tag).put(taker.rest()).bytes();
		}
		if (general) {
			expect(0xDB, tag);
			taker.take(taker.length());
		}
		return suite.get().open(serverTitle, taker.take(taker.length()));
	}

	private static Octets descriptor(Octets octets, int classId, LogicalName name, int index) {
		return octets.u16(classId).put(name.bytes().toArray()).put(index);
	}

	/** Read an attribute, in blocks where the meter sends them. */
	public Answer get(int classId, LogicalName name, int attribute) throws IOException {
		return get(classId, name, attribute, new byte[] { 0 });
	}

	/** Read what an access selector selects; its parameter in hex. */
	public Answer select(int classId, LogicalName name, int attribute, int selector, String parameter) throws IOException {
		return get(classId, name, attribute, new Octets().put(1, selector).hex(parameter).bytes());
	}

	private Answer get(int classId, LogicalName name, int attribute, byte[] selection) throws IOException {
		int id = invoke++ & 0x0F | 0x40;
		Taker answer = new Taker(request(descriptor(new Octets().put(0xC0, 1, id), classId, name, attribute).put(selection).bytes()));
		expect(0xC4, answer.take());
		int kind = answer.take();
		expect(id, answer.take());
		if (kind == 1) {
			return answer.take() == 0 ? new Answer(0, answer.rest()) : new Answer(answer.take(), new byte[0]);
		}
		return blocks(id, answer);
	}

	private Answer blocks(int id, Taker first) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		Taker answer = first;
		for (int number = 1;; number++) {
			boolean last = answer.take() != 0;
			expect(number, answer.u32());
			if (answer.take() != 0) {
				return new Answer(answer.take(), new byte[0]);
			}
			all.writeBytes(answer.take(answer.length()));
			if (last) {
				return new Answer(0, all.toByteArray());
			}
			answer = new Taker(request(new Octets().put(0xC0, 2, id).u32(number).bytes()));
			expect(0xC4, answer.take());
			expect(2, answer.take());
			expect(id, answer.take());
		}
	}

	/** Read several attributes with one request; return the octets of the list of results. */
	public byte[] getList(List<byte[]> descriptors) throws IOException {
		Octets octets = new Octets().put(0xC0, 3, 0x45).put(descriptors.size());
		descriptors.forEach(each -> octets.put(each).put(0));
		Taker answer = new Taker(request(octets.bytes()));
		expect(0xC4, answer.take());
		int kind = answer.take();
		expect(0x45, answer.take());
		return kind == 3 ? answer.rest() : blocks(0x45, answer).data();
	}

	public static byte[] descriptor(int classId, LogicalName name, int attribute) {
		return descriptor(new Octets(), classId, name, attribute).bytes();
	}

	/** Write an attribute; return the data access result. */
	public int set(int classId, LogicalName name, int attribute, byte[] value) throws IOException {
		Taker answer = new Taker(request(descriptor(new Octets().put(0xC1, 1, 0x41), classId, name, attribute).put(0).put(value).bytes()));
		expect(0xC5, answer.take());
		expect(1, answer.take());
		expect(0x41, answer.take());
		return answer.take();
	}

	/** Write an attribute in blocks of some octets; return the data access result. */
	public int setInBlocks(int classId, LogicalName name, int attribute, byte[] value, int octets) throws IOException {
		List<byte[]> blocks = new ArrayList<>();
		for (int at = 0; at < value.length; at += octets) {
			blocks.add(Arrays.copyOfRange(value, at, Math.min(value.length, at + octets)));
		}
		for (int i = 0; i < blocks.size(); i++) {
			boolean last = i + 1 == blocks.size();
			Octets request = i == 0 ? descriptor(new Octets().put(0xC1, 2, 0x42), classId, name, attribute).put(0) : new Octets().put(0xC1, 3, 0x42);
			Taker answer = new Taker(request(request.put(last ? 1 : 0).u32(i + 1L).counted(blocks.get(i)).bytes()));
			expect(0xC5, answer.take());
			expect(last ? 3 : 2, answer.take());
			expect(0x42, answer.take());
			if (last) {
				return answer.take();
			}
			expect(i + 1, answer.u32());
		}
		throw new ClientException("nothing to write");
	}

	/** Execute a method; return the action result, and what it returned. */
	public Answer act(int classId, LogicalName name, int method, byte[] parameter) throws IOException {
		Taker answer = new Taker(request(descriptor(new Octets().put(0xC3, 1, 0x43), classId, name, method).put(1).put(parameter).bytes()));
		expect(0xC7, answer.take());
		expect(1, answer.take());
		expect(0x43, answer.take());
		int result = answer.take();
		boolean returns = answer.take() != 0;
		if (returns) {
			expect(0, answer.take());
		}
		return new Answer(result, answer.rest());
	}

	/** Close the association. */
	public void release() throws IOException {
		byte[] answer = exchange(new Octets().put(0x62, 3, 0x80, 1, 0).bytes());
		expect(0x63, answer[0]);
		ciphering = false;
	}

	@Override
	public void close() throws IOException {
		line.close();
	}
}
