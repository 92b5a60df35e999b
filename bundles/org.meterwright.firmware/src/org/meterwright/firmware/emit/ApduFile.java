// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.golden.GoldenCiphered;
import org.meterwright.firmware.golden.GoldenDoings;
import org.meterwright.firmware.golden.GoldenRequests;
import org.meterwright.firmware.golden.GoldenRight;
import org.meterwright.firmware.golden.GoldenSelections;
import org.meterwright.firmware.golden.Opening;
import org.meterwright.firmware.layout.TableLayout;

/**
 * Golden APDUs: how associations are opened, a line for each attribute with the request and its response, lines that write, execute and select rows, and ciphered messages. The lines are rows
 * of C as well.
 */
final class ApduFile {
	/** GET.request and GET.response, normal, of one invoke id, and the choice of data. */
	private static final byte[] GET = OctetText.octets("GET(0x");
	private static final byte[] LONG = OctetText.octets("LONG(0x");
	private static final byte[] OTHERS = OctetText.octets(", 0x");
	private static final byte[] REQUEST = OctetText.octets(", \"C001C1");
	private static final byte[] RESPONSE = OctetText.octets("00\", \"C401C100");
	private static final byte[] LONG_RESPONSE = OctetText.octets("00\", \"");
	private static final byte[] ABOUT = OctetText.octets("\") /* ");
	private static final byte[] ATTRIBUTE = OctetText.octets(", attribute ");
	private static final byte[] END = OctetText.octets(" */\n");
	private static final byte[] METHOD = OctetText.octets(", method ");
	/** What separates the last octets of a request from its response. */
	private static final byte[] SET_DONE = OctetText.octets("\", \"C501C100");
	private static final byte[] ACTION_DONE = OctetText.octets("\", \"C701C10000");
	private static final String SELECTED = "C401C100";
	private static final String REFUSED = "C401C101xx";
	private static final String EXECUTED = "C701C10000";
	/** Octets of a line: a text of C99 has 4,095 characters at most. */
	private static final int LINE = 1000;
	/** An element of an object list: structure, class_id, version and logical name. */
	private static final byte[] ELEMENT_HEAD = OctetText.octets("MORE(\"020412");
	private static final byte[] VERSION = OctetText.octets("11");
	private static final byte[] NAME = OctetText.octets("0906");
	private static final int ELEMENT_TEXT = 36;
	/** Octets of an element of an object list before its rights. */
	private static final int ELEMENT = 15;

	private final TableLayout layout;
	private final List<Opening> openings;
	private final Golden golden;
	private final OctetText out = new OctetText();
	/** Lines of object list elements up to their rights, by object, and what ends them, by right: many lists have the same elements. */
	private final byte[][] elements;
	private final Map<GoldenRight, byte[]> rights = new HashMap<>();

	/** The object that was named last, and its name. */
	private int named = -1;
	private byte[] name = {};

	ApduFile(TableLayout layout, Golden golden, List<Opening> openings) {
		this.layout = layout;
		this.golden = golden;
		this.openings = openings;
		elements = new byte[layout.objects().size()][];
	}

	OctetText text() {
		out.add(head());
		List<GoldenRequests.Request> requests = new GoldenRequests(layout, golden, openings).requests();
		requests.forEach(this::add);
		new GoldenDoings(layout, golden, openings).doings().forEach(this::add);
		new GoldenSelections(layout, golden, openings).steps().forEach(this::add);
		GoldenCiphered ciphered = new GoldenCiphered(layout, requests);
		openings.stream().flatMap(opening -> ciphered.messages(opening).stream()).forEach(this::add);
		return out;
	}

	private String head() {
		SourceText head = SourceText.ofC("Golden APDUs", layout.meter().getName()).line("/* README.md says how to read them. */").line();
		for (Opening opening : openings) {
			head.line("OPEN(%s, %s, %s, %s, %s, \"%s\", \"%s\") /* %s */", opening.number(), opening.client(), opening.server(), opening.association().getMechanism(),
					opening.ciphered(), opening.aarq(), opening.aare(), CNames.comment(String.valueOf(opening.association().getName())));
		}
		return head.line().toString();
	}

	private void add(GoldenRequests.Request request) {
		Bytes encoding = request.value().encoding();
		boolean single = encoding.length() <= GoldenRequests.SHORT;
		CosemObject object = layout.objects().get(request.value().object()).object();
		out.add(single ? GET : LONG).bits(request.readers()).add(OTHERS).bits(request.others()).add(REQUEST);
		target(object, request.value().attribute());
		if (single) {
			out.add(RESPONSE).hex(encoding);
			end(request);
		} else {
			out.add(LONG_RESPONSE);
			int list = golden.listOf(request.value());
			if (list >= 0 && golden.list(list).stream().allMatch(run -> ELEMENT + run.right().octets().length() <= LINE)) {
				list(request, list);
			} else {
				parts(request, GoldenParts.of(encoding, LINE));
			}
		}
	}

	private void parts(GoldenRequests.Request request, List<Bytes> parts) {
		out.hex(parts.getFirst());
		end(request);
		parts.stream().skip(1).forEach(part -> out.add("MORE(\"").hex(part).add("\")\n"));
	}

	/** Adds an object list: the head of the array, and a line for each element. */
	private void list(GoldenRequests.Request request, int list) {
		out.hex(GoldenParts.head(request.value().encoding()));
		end(request);
		for (Golden.ListRun run : golden.list(list)) {
			byte[] rest = rights.computeIfAbsent(run.right(), right -> OctetText.octets("%s\")\n".formatted(right.octets())));
			for (int number = run.first(); number < run.first() + run.count(); number++) {
				out.add(element(number)).add(rest);
			}
		}
	}

	private byte[] element(int number) {
		if (elements[number] == null) {
			CosemObject object = layout.objects().get(number).object();
			int classId = CosemObjects.classId(object);
			elements[number] = new OctetText(ELEMENT_TEXT).add(ELEMENT_HEAD).hex(classId >> 8).hex(classId & 0xFF).add(VERSION).hex(CosemObjects.version(object)).add(NAME)
					.hex(object.getLogicalName()).pieces().getFirst();
		}
		return elements[number];
	}

	private void add(GoldenDoings.Doing doing) {
		CosemObject object = layout.objects().get(doing.object()).object();
		out.add(doing.service().name()).add("(0x").bits(doing.doers()).add(", 0x").bits(doing.others()).add(", \"")
				.add(doing.service() == GoldenDoings.Service.GET ? "C001C1" : doing.service() == GoldenDoings.Service.SET ? "C101C1" : "C301C1");
		target(object, doing.index());
		switch (doing.service()) {
			case GET -> out.add(RESPONSE).hex(doing.data());
			case SET -> out.add("00").hex(doing.data()).add(SET_DONE);
			case ACTION -> out.add("01").hex(doing.data()).add(ACTION_DONE);
		}
		out.add(ABOUT).add(comment(doing.object())).add(doing.service() == GoldenDoings.Service.ACTION ? METHOD : ATTRIBUTE).number(doing.index()).add(END);
	}

	/** Adds class_id, logical name and attribute or method. */
	private void target(CosemObject object, int index) {
		int classId = CosemObjects.classId(object);
		out.hex(classId >> 8).hex(classId & 0xFF).hex(object.getLogicalName()).hex(index);
	}

	private void add(GoldenSelections.Step step) {
		out.add(step.reads() ? "GET(0x" : "ACTION(0x").bits(step.doers()).add(", 0x").bits(step.others()).add(step.reads() ? ", \"C001C1" : ", \"C301C1");
		target(layout.objects().get(step.object()).object(), step.index());
		out.hex(step.rest()).add("\", \"");
		if (step.data() == null) {
			out.add(REFUSED);
		} else if (step.reads()) {
			out.add(SELECTED).add(step.data().toUpperCase(Locale.ROOT).replace('X', 'x'));
		} else {
			out.add(EXECUTED);
		}
		out.add(ABOUT).add(comment(step.object())).add(step.reads() ? ", rows of attribute " : ", method ").number(step.index()).add(END);
	}

	private void add(GoldenCiphered.Message message) {
		out.add("CIPHERED(%d, \"%s\", \"%s\", \"%s\") /* %s */\n".formatted(message.association(), message.request(), message.response(), message.plain(), message.about()));
	}

	/** Names an object; several lines in succession are about the same one. */
	private byte[] comment(int object) {
		if (object != named) {
			named = object;
			name = OctetText.octets(CNames.comment(String.valueOf(layout.objects().get(object).object().getName())));
		}
		return name;
	}

	private void end(GoldenRequests.Request request) {
		out.add(ABOUT).add(comment(request.value().object())).add(ATTRIBUTE).number(request.value().attribute()).add(END);
	}
}
