// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.firmware.layout.Descriptor;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** The program that sends golden requests to the runtime: its rows, functions that nobody asks, and main. */
final class ApduProgram {
	private static final String ROW = "readers, others, request, response";
	/** Kinds of lines with their fields. */
	private static final SortedMap<String, String> KINDS = new TreeMap<>(Map.of("OPEN", "association, client, server, mechanism, ciphered, aarq, aare", "GET", ROW, "SET", ROW, "ACTION", ROW,
			"LONG", ROW, "MORE", "response", "CIPHERED", "association, request, response, plain"));

	private static final int CLOCK = 8;
	private static final int TIME = 2;
	private static final String SOME_TIME = """
			static uint8_t tell_time(mw_piece_t *piece)
			{
			    static const uint8_t some[14] = { 9U, 12U, 0x07U, 0xEAU, 11U, 22U, 7U, 12U, 0U, 0U, 0U, 0x80U, 0U, 0U };

			    while ((piece->length < piece->room) && ((piece->offset + piece->length) < sizeof some)) {
			        piece->out[piece->length] = some[piece->offset + piece->length];
			        piece->length++;
			    }
			    piece->more = (piece->offset + piece->length) < sizeof some;
			    return MW_SUCCESS;
			}

			""";

	private final TableLayout layout;
	private final Handles handles;

	ApduProgram(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
	}

	String text() {
		String prefix = handles.prefix();
		SourceText out = SourceText.ofC("Program that compares golden APDUs", layout.meter().getName()).line("#include \"%s.h\"", prefix).line("#include \"%s_memory.h\"", prefix)
				.line("#include \"%s_handlers.h\"", prefix).line().line("#include \"mw_apdus.h\"").line("#include \"mw_apdus_meter.h\"").line();
		table(out, "mw_apdu_open_t opened", Map.of("OPEN", "{ aarq, aare, client, server, association, mechanism, ciphered },"), "");
		String row = "{ request, response, readers, others },";
		table(out, "mw_apdu_t golden", Map.of("GET", row, "SET", row, "ACTION", row, "LONG", row, "MORE", "{ NULL, response, 0U, 0U },"), "    { NULL, NULL, 0U, 0U }\n");
		table(out, "mw_apdu_ciphered_t sealed", Map.of("CIPHERED", "{ request, response, plain, association },"), "    { NULL, NULL, NULL, 0U }\n");
		out.line("const mw_meter_t *const mw_apdus_meter = &%s_meter;", prefix).line();
		functions(out);
		new HandlerFiles(layout, handles).writingOfApdus(out);
		return out.line("int main(void)").line("{").line("    %s_restore_ram();", prefix).line("    %s_restore_nvm();", prefix)
				.line("    return (mw_apdus(opened, (uint32_t)(sizeof opened / sizeof opened[0]), golden, sealed) == 0U) ? 0 : 1;").line("}").toString();
	}

	/** Writes a table of the lines of some kinds; others are left out. */
	private void table(SourceText out, String name, Map<String, String> rows, String last) {
		out.line("static const %s[] = {", name);
		KINDS.forEach((kind, fields) -> out.line("#define %s(%s)%s", kind, fields, rows.containsKey(kind) ? " " + rows.get(kind) : ""));
		out.line("#include \"%s_apdus.inc\"", handles.prefix());
		KINDS.keySet().forEach(kind -> out.line("#undef %s", kind));
		out.add(last).line("};").line();
	}

	/** Attributes behind functions are not among the golden ones; clocks tell some time, for rows that are captured. */
	private void functions(SourceText out) {
		List<LaidObject> clocks = layout.objects().stream().filter(object -> timeHandler(object).isPresent()).toList();
		if (!clocks.isEmpty()) {
			out.add(SOME_TIME);
		}
		for (int i = 0; i < layout.handlers().size(); i++) {
			String handler = layout.handlers().get(i);
			out.line(Text.of("uint8_t %s(uint16_t object, uint8_t attribute, mw_piece_t *piece)", handles.handler(i))).line("{").line("    (void)object;").line("    (void)attribute;")
					.line("    piece->length = 0U;").line("    piece->more = false;");
			clocks.stream().filter(clock -> timeHandler(clock).orElseThrow().equals(handler))
					.forEach(clock -> out.line("    if ((object == %dU) && (attribute == %dU)) {", clock.number(), TIME).line("        return tell_time(piece);").line("    }"));
			out.line("    return MW_OTHER_REASON;").line("}").line();
		}
	}

	/** Returns the function that answers for the time of a clock. */
	private static Optional<String> timeHandler(LaidObject object) {
		return CosemObjects.classId(object.object()) == CLOCK && object.descriptors().getFirst() instanceof Descriptor.Call call ? Optional.of(call.handler()) : Optional.empty();
	}
}
