// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;

import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** The program that sends golden requests to the runtime: its rows, functions that nobody asks, and main. */
final class ApduProgram {
	private static final String UNUSED = "#define %s(%s)";
	private static final String OPEN = "association, client, server, mechanism, ciphered, aarq, aare";
	private static final String ROW = "readers, others, request, response";

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
		table(out, "mw_apdu_open_t opened", "#define OPEN(%s) { aarq, aare, client, server, association, mechanism, ciphered },".formatted(OPEN), UNUSED.formatted("GET", ROW),
				UNUSED.formatted("SET", ROW), UNUSED.formatted("ACTION", ROW), UNUSED.formatted("LONG", ROW), UNUSED.formatted("MORE", "response"), "");
		table(out, "mw_apdu_t golden", UNUSED.formatted("OPEN", OPEN), "#define GET(%s) { request, response, readers, others },".formatted(ROW),
				"#define SET(%s) { request, response, readers, others },".formatted(ROW), "#define ACTION(%s) { request, response, readers, others },".formatted(ROW),
				"#define LONG(%s) { request, response, readers, others },".formatted(ROW), "#define MORE(response) { NULL, response, 0U, 0U },", "    { NULL, NULL, 0U, 0U }\n");
		out.line("const mw_meter_t *const mw_apdus_meter = &%s_meter;", prefix).line();
		functions(out);
		new HandlerFiles(layout, handles).writingOfSelfTest(out);
		return out.line("int main(void)").line("{").line("    %s_restore_ram();", prefix).line("    %s_restore_nvm();", prefix)
				.line("    return (mw_apdus(opened, (uint32_t)(sizeof opened / sizeof opened[0]), golden) == 0U) ? 0 : 1;").line("}").toString();
	}

	private void table(SourceText out, String name, String open, String get, String set, String action, String longer, String more, String last) {
		out.line("static const %s[] = {", name);
		List.of(open, get, set, action, longer, more).forEach(out::line);
		out.line("#include \"%s_apdus.inc\"", handles.prefix());
		List.of("OPEN", "GET", "SET", "ACTION", "LONG", "MORE").forEach(kind -> out.line("#undef %s", kind));
		out.add(last).line("};").line();
	}

	/** Attributes behind functions are not among the golden ones. */
	private void functions(SourceText out) {
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line(Text.of("uint8_t %s(uint16_t object, uint8_t attribute, mw_piece_t *piece)", handles.handler(i))).line("{").line("    (void)object;").line("    (void)attribute;")
					.line("    piece->length = 0U;").line("    piece->more = false;").line("    return MW_OTHER_REASON;").line("}").line();
		}
	}
}
