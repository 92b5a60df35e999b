// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;
import java.util.function.Supplier;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.golden.GoldenNames;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Triggers;

/** The self-test program: golden data of the model, answers for firmware functions, and main. Rights stand once, and objects name them; an octet is two digits. */
final class SelfTestSource {
	/** Octets of a row: a text of C99 has 4,095 characters at most. */
	private static final int LINE = 1000;
	private static final byte[] COMMA = OctetText.octets(", ");
	private static final byte[] QUOTED = OctetText.octets(", \"");
	private static final byte[] END = OctetText.octets("\"),\n");
	private static final byte[] NAMED = OctetText.octets(", /* ");
	private static final byte[] COMMENTED = OctetText.octets(" */\n");
	private static final byte[] OBJECT = OctetText.octets("    O(");
	private static final byte[] VALUE = OctetText.octets("    V(");
	private static final byte[] SEEN = OctetText.octets("    W(");

	private final TableLayout layout;
	private final Handles handles;
	private final Golden golden;
	private final GoldenAccess access;

	SelfTestSource(TableLayout layout, Handles handles, Golden golden, GoldenAccess access) {
		this.layout = layout;
		this.handles = handles;
		this.golden = golden;
		this.access = access;
	}

	/** Writes the program; objects and values are written side by side. */
	OctetText text() {
		OctetText out = new OctetText().add(head()).add(GoldenAccess.tables(handles.prefix()));
		SideBySide.map(List.<Supplier<OctetText>>of(this::objects, this::values), Supplier::get).forEach(out::add);
		return out.add("static const mw_golden_run_t golden_run[] = {\n#include \"%s_lists.inc\"\n    { 0U, 0U, 0U, MW_NONE8 }\n};\n\n".formatted(handles.prefix())).add(steps()).add(program());
	}

	private String head() {
		return SourceText.ofC("Self-test", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix()).line("#include \"%s_memory.h\"", handles.prefix())
				.line("#include \"%s_handlers.h\"", handles.prefix()).line().line("#include \"mw_selftest.h\"").line()
				.line("/* An object; the octets of an attribute, of an attribute as one association sees it, and one that is the object list of an association. */")
				.line("#define O(device, class_id, version, name, last, names, access) { name, class_id, access, device, version, last, names }")
				.line("#define V(object, attribute, octets) { octets, object, attribute, MW_NONE8, 0U }")
				.line("#define W(object, attribute, association, octets) { octets, object, attribute, association, 0U }")
				.line("#define LIST(object, attribute, association, list) { NULL, object, attribute, association, list }").line().toString();
	}

	private String program() {
		SourceText out = new SourceText().line("static const mw_golden_t golden = {").line("    golden_right, golden_access, golden_object, golden_value, golden_run, golden_step,")
				.line("    %dU, (uint32_t)(sizeof golden_object / sizeof golden_object[0]), (uint32_t)(sizeof golden_value / sizeof golden_value[0]) - 1U,", layout.associations().size())
				.line("    (uint32_t)(sizeof golden_run / sizeof golden_run[0]) - 1U, (uint32_t)(sizeof golden_step / sizeof golden_step[0]) - 1U").line("};").line();
		functions(out);
		new HandlerFiles(layout, handles).writingOfSelfTest(out);
		return out.line("int main(void)").line("{").line("    %s_restore_ram();", handles.prefix()).line("    %s_restore_nvm();", handles.prefix())
				.line("#ifndef MW_SELFTEST_WITHOUT_CHECKSUM").line("    if (%s_checksum() != %s_CHECKSUM) {", handles.prefix(), handles.macroPrefix())
				.line("        return 1;").line("    }").line("#endif").line("    return (mw_selftest(&%s_meter, &golden) == 0U) ? 0 : 1;", handles.prefix()).line("}").toString();
	}

	private OctetText objects() {
		OctetText out = new OctetText().add("static const mw_golden_object_t golden_object[] = {\n");
		int[] names = GoldenNames.of(layout.objects());
		for (LaidObject laid : layout.objects()) {
			CosemObject object = laid.object();
			out.add(OBJECT).number(laid.device()).add(COMMA).number(CosemObjects.classId(object)).add(COMMA).number(CosemObjects.version(object)).add(QUOTED);
			out.hex(object.getLogicalName()).add("\", ").number(golden.last(laid.number())).add(COMMA).number(names[laid.number()]).add(COMMA).add(access.row(laid.number()))
					.add(")").add(NAMED).number(laid.number()).add(' ').add(CNames.comment(String.valueOf(object.getName()))).add(COMMENTED);
		}
		return out.add("};\n\n");
	}

	/** Writes values; a long array takes a row for each element. Names of objects stand with them. */
	private OctetText values() {
		OctetText out = new OctetText().add("static const mw_golden_value_t golden_value[] = {\n");
		for (Golden.ValueRow row : golden.values()) {
			int list = row.attribute() == 1 ? -1 : golden.listOf(row);
			if (list >= 0) {
				out.add("    LIST(").number(row.object()).add(COMMA).number(row.attribute()).add(COMMA).number(row.association()).add(COMMA).number(list).add("),\n");
			} else if (row.attribute() > 1) {
				GoldenParts.of(row.encoding(), LINE).forEach(part -> value(out, row, part));
			}
		}
		return out.add("    { NULL, 0U, 0U, 0U, 0U }\n};\n\n");
	}

	private static void value(OctetText out, Golden.ValueRow row, Bytes part) {
		boolean all = row.association() == Golden.ANY;
		out.add(all ? VALUE : SEEN).number(row.object()).add(COMMA).number(row.attribute());
		if (!all) {
			out.add(COMMA).number(row.association());
		}
		out.add(QUOTED).hex(part).add(END);
	}

	/** Writes the object lists: which objects follow one another with the same rights. */
	OctetText lists() {
		OctetText out = new OctetText().add("/* SPDX-License-Identifier: Apache-2.0 */\n/* Object lists: the first of objects with the same rights, how many, the rights, the list. */\n");
		for (int association = 0; association < layout.associations().size(); association++) {
			for (Golden.ListRun run : golden.list(association)) {
				out.add("    { ").number(run.first()).add(COMMA).number(run.count()).add(COMMA).add(run.right().name()).add(COMMA).number(association).add(" },\n");
			}
		}
		return out;
	}

	private OctetText steps() {
		OctetText out = new OctetText().add("static const mw_golden_step_t golden_step[] = {\n");
		for (Triggers.Trigger trigger : layout.triggers()) {
			for (Triggers.Step step : trigger.steps()) {
				out.add("    { ");
				if (step.param() instanceof Triggers.Constant(Bytes encoding)) {
					out.add("\"").hex(encoding).add("\"");
				} else {
					out.add("NULL");
				}
				out.add(COMMA).number(trigger.event()).add(COMMA).number(trigger.guard()).add(COMMA).number(step.target()).add(COMMA).number(param(step)).add(COMMA)
						.number(step.op().code()).add(COMMA).number(step.index()).add(" },\n");
			}
		}
		return out.add("    { NULL, 0U, 0U, 0U, 0U, 0U, 0U }\n};\n\n");
	}

	private static int param(Triggers.Step step) {
		return switch (step.param()) {
			case Triggers.AlertCode code -> Triggers.PARAM_ALERT;
			case Triggers.Number number -> number.number();
			default -> Triggers.NONE;
		};
	}

	private void functions(SourceText out) {
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line("uint8_t %s(uint16_t object, uint8_t attribute, mw_piece_t *piece) { return mw_golden_answer(&golden, object, attribute, piece); }", handles.handler(i));
		}
	}
}
