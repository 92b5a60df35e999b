// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.golden.GoldenRequests;
import org.meterwright.firmware.golden.Opening;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** Golden APDUs: how associations are opened, and a line for each attribute with the request and its response. The lines are rows of C as well. */
final class ApduFile {
	private static final String[] HEX = IntStream.range(0, 256).mapToObj("%02X"::formatted).toArray(String[]::new);
	/** GET.request and GET.response, normal, of one invoke id, and the choice of data. */
	private static final String REQUEST = "C001C1";
	private static final String RESPONSE = "C401C100";
	/** Octets of a line: a text of C99 has 4,095 characters at most. */
	private static final int LINE = 1000;
	/** Usual characters of a line. */
	private static final int CHARACTERS = 120;

	private final TableLayout layout;
	private final List<Opening> openings;
	private final StringBuilder out = new StringBuilder();

	ApduFile(TableLayout layout, List<Opening> openings) {
		this.layout = layout;
		this.openings = openings;
	}

	String text(Golden golden) {
		out.append(SourceText.ofC("Golden APDUs", layout.meter().getName())).append("/* README.md says how to read them. */\n\n");
		for (Opening opening : openings) {
			Text.append(out, "OPEN(%s, %s, %s, %s, %s, \"%s\", \"%s\") /* %s */\n", opening.number(), opening.client(), opening.server(), opening.association().getMechanism(),
					opening.ciphered(), opening.aarq(), opening.aare(), CNames.comment(String.valueOf(opening.association().getName())));
		}
		out.append('\n');
		List<GoldenRequests.Request> requests = new GoldenRequests(layout, golden, openings).requests();
		out.ensureCapacity(out.length() + CHARACTERS * requests.size());
		requests.forEach(this::add);
		return out.toString();
	}

	private void add(GoldenRequests.Request request) {
		Bytes encoding = request.value().encoding();
		boolean single = encoding.length() <= GoldenRequests.SHORT;
		out.append(single ? "GET(0x" : "LONG(0x").append(Integer.toHexString(request.readers())).append(", 0x").append(Integer.toHexString(request.others())).append(", \"");
		CosemObject object = layout.objects().get(request.value().object()).object();
		int classId = CosemObjects.classId(object);
		out.append(REQUEST).append(HEX[classId >> 8]).append(HEX[classId & 0xFF]);
		append(object.getLogicalName().bytes());
		out.append(HEX[request.value().attribute()]).append("00\", \"");
		if (single) {
			out.append(RESPONSE);
			append(encoding);
			end(request, object);
		} else {
			List<Bytes> parts = GoldenParts.of(encoding, LINE);
			append(parts.getFirst());
			end(request, object);
			parts.stream().skip(1).forEach(this::more);
		}
	}

	private void more(Bytes part) {
		out.append("MORE(\"");
		append(part);
		out.append("\")\n");
	}

	private void end(GoldenRequests.Request request, CosemObject object) {
		out.append("\") /* ").append(CNames.comment(String.valueOf(object.getName()))).append(", attribute ").append(request.value().attribute()).append(" */\n");
	}

	private void append(Bytes octets) {
		for (int i = 0; i < octets.length(); i++) {
			out.append(HEX[octets.at(i)]);
		}
	}
}
