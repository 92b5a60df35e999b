// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.firmware.layout.Descriptor;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.LogMigration;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** Firmware functions behind attributes: the header, and the file with first versions that belongs to the firmware team. */
final class HandlerFiles {
	private final TableLayout layout;
	private final Handles handles;
	private final SetterText setters;

	HandlerFiles(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
		this.setters = new SetterText(layout, handles);
	}

	String header() {
		SourceText out = SourceText.ofC("Firmware functions", layout.meter().getName()).open(Text.of("%s_HANDLERS_H", handles.macroPrefix()))
				.line("#include \"mw_tables.h\"").line().openC()
				.line("/* Each function puts the A-XDR encoding of an attribute, from piece->offset on, and returns a data access result. */");
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line("uint8_t %s(uint16_t object, uint8_t attribute, mw_piece_t *piece);", handles.handler(i));
		}
		if (!setters.isEmpty()) {
			out.line().line("/* Each takes what a client writes, once it is known to be of the attribute's type and range, and returns a data access result. */");
			setters.each((number, setter) -> out.line("%s;", setters.head(number, setter)));
		}
		out.line().line("/* How many, and a number for their names: a loadable image wants those of the firmware. */")
				.line("#define %s_HANDLERS %dU", handles.macroPrefix(), layout.handlers().size())
				.line("#define %s_HANDLERS_ID 0x%sUL", handles.macroPrefix(), IntelHex.word(TableImage.handlersId(layout)));
		if (layout.logSize() > 0) {
			out.line().line("/* The log memory: %d octets for the buffers of profiles; false when it cannot be reached. */", layout.logSize())
					.line("#define %s_LOG_OCTETS %dU", handles.macroPrefix(), layout.logSize())
					.line("#define %s_LOG_LAYOUT 0x%sUL", handles.macroPrefix(), IntelHex.word(LogMigration.id(layout.profiles()))).line("%s;", logRead()).line("%s;", logWrite());
		}
		return out.close().toString();
	}

	private String logRead() {
		return Text.of("bool %s_log_read(uint32_t at, uint8_t *out, uint32_t length)", handles.prefix());
	}

	private String logWrite() {
		return Text.of("bool %s_log_write(uint32_t at, const uint8_t *octets, uint32_t length)", handles.prefix());
	}

	/** Writes what a self-test has in place of the firmware's functions that write, and of the log memory: nothing is ever written. */
	void writingOfSelfTest(SourceText out) {
		setters.refusing(out);
		logOfSelfTest(out.line());
	}

	/** Writes the same for the program with golden APDUs, whose logs are kept by the server under test. */
	void writingOfApdus(SourceText out) {
		setters.refusing(out);
		if (layout.logSize() > 0) {
			out.line().line(logRead()).line("{").line("    return mw_apdus_log_read(at, out, length);").line("}").line();
			out.line(logWrite()).line("{").line("    return mw_apdus_log_write(at, octets, length);").line("}").line();
		}
	}

	private void logOfSelfTest(SourceText out) {
		if (layout.logSize() > 0) {
			out.line(logRead()).line("{").line("    (void)at;").line("    for (uint32_t i = 0U; i < length; i++) {").line("        out[i] = 0U;").line("    }")
					.line("    return true;").line("}").line();
			out.line(logWrite()).line("{").line("    (void)at;").line("    (void)octets;").line("    (void)length;").line("    return true;").line("}").line();
		}
	}

	String firstVersions() {
		SourceText out = new SourceText().line("/* SPDX-License-Identifier: Apache-2.0 */")
				.line("/* Firmware functions of meter %s. Made once by Meterwright; yours from now on. */", CNames.comment(String.valueOf(layout.meter().getName())))
				.line("#include \"%s_handlers.h\"", handles.prefix()).line().line(setters.isEmpty() ? "#include \"mw_get.h\"" : "#include \"mw_setter.h\"");
		Map<String, List<String>> users = users();
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line();
			users.get(layout.handlers().get(i)).forEach(user -> out.line("/* %s */", CNames.comment(user)));
			out.line("uint8_t %s(uint16_t object, uint8_t attribute, mw_piece_t *piece)", handles.handler(i)).line("{").line("    (void)object;").line("    (void)attribute;")
					.line("    piece->length = 0U;").line("    piece->more = false;").line("    return MW_OTHER_REASON;").line("}");
		}
		setters.each((number, setter) -> {
			out.line().line("/* What is written to one of these: */");
			users.get(setter.handler()).forEach(user -> out.line("/* %s */", CNames.comment(user)));
			setters.refusing(out, number, setter);
		});
		logFunctions(out);
		return out.toString();
	}

	private void logFunctions(SourceText out) {
		if (layout.logSize() > 0) {
			out.line().line("/* Reads from the memory of the logs. */").line(logRead()).line("{").line("    (void)at;").line("    (void)out;").line("    (void)length;")
					.line("    return false;").line("}").line().line("/* Writes into the memory of the logs. */").line(logWrite()).line("{").line("    (void)at;")
					.line("    (void)octets;").line("    (void)length;").line("    return false;").line("}");
		}
	}

	/** Returns the attributes behind which each function stands. */
	private Map<String, List<String>> users() {
		Map<String, List<String>> users = new HashMap<>();
		for (LaidObject object : layout.objects()) {
			for (int i = 0; i < object.descriptors().size(); i++) {
				if (object.descriptors().get(i) instanceof Descriptor.Call call) {
					users.computeIfAbsent(call.handler(), key -> new ArrayList<>()).add(user(object, i + 2));
				}
			}
		}
		return users;
	}

	private static String user(LaidObject object, int index) {
		Attribute attribute = CosemObjects.attribute(object.object(), index).orElseThrow();
		String type = attribute.getType() == null ? "any" : TypeNotation.brief(attribute.getType());
		return Text.of("%s.%s %s attribute %d: %s", object.object().getName(), attribute.getDefinition().getName(), object.object().getLogicalName(), index, type);
	}
}
