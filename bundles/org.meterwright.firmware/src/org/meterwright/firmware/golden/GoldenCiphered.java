// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.firmware.layout.TableLayout;

/** Whole ciphered messages, octet by octet: an AARQ with a ciphered InitiateRequest, a glo-get-request, and a general-glo-ciphering where the association takes it. */
public final class GoldenCiphered {
	/** Octets of a value up to which a ciphered response has a length of one octet. */
	private static final int SHORT = 64;
	private static final int INITIATE_COUNTER = 1;
	private static final int GLO_COUNTER = 0x1000;
	private static final int GENERAL_COUNTER = 0x1001;
	private static final int TITLE = 8;

	private final TableLayout layout;
	private final List<GoldenRequests.Request> requests;

	/**
	 * A ciphered request, the response with xx for what is the server's own, and what is inside of it.
	 *
	 * @param association number of the association
	 * @param about       what it is, for a comment
	 */
	public record Message(int association, String request, String response, String plain, String about) {
	}

	/** Takes what is read of the meter: the first short value that an association may read is read again, ciphered. */
	public GoldenCiphered(TableLayout layout, List<GoldenRequests.Request> requests) {
		this.layout = layout;
		this.requests = requests;
	}

	/** Lists the messages of an association in their order; none where services are not ciphered. */
	public List<Message> messages(Opening opening) {
		List<Message> messages = new ArrayList<>();
		if (opening.ciphered()) {
			messages.add(new Message(opening.number(), opening.aarqWith("21" + TestCipher.protect(INITIATE_COUNTER, opening.initiateRequest())),
					opening.aareWith("28" + TestCipher.protectedBySomebody(opening.initiateResponse().length() / 2)), opening.initiateResponse(), "ciphered InitiateRequest"));
			requests.stream().filter(request -> (request.readers() >> opening.number() & 1) != 0 && request.value().encoding().length() <= SHORT).findFirst()
					.ifPresent(request -> read(messages, opening, request));
		}
		return messages;
	}

	private void read(List<Message> messages, Opening opening, GoldenRequests.Request request) {
		CosemObject object = layout.objects().get(request.value().object()).object();
		String plain = "C001C1%04X%s%02X00".formatted(CosemObjects.classId(object), object.getLogicalName().bytes().hex().toUpperCase(Locale.ROOT), request.value().attribute());
		String answer = "C401C100%s".formatted(request.value().encoding().hex().toUpperCase(Locale.ROOT));
		String sealed = TestCipher.protectedBySomebody(answer.length() / 2);
		messages.add(new Message(opening.number(), "C8" + TestCipher.protect(GLO_COUNTER, plain), "CC" + sealed, answer, "glo-get-request"));
		if (opening.protectsGenerally()) {
			String title = HexFormat.of().withUpperCase().formatHex(TestCipher.TITLE);
			messages.add(new Message(opening.number(), "DB08%s%s".formatted(title, TestCipher.protect(GENERAL_COUNTER, plain)), "DB08%s%s".formatted("xx".repeat(TITLE), sealed), answer,
					"general-glo-ciphering"));
		}
	}
}
