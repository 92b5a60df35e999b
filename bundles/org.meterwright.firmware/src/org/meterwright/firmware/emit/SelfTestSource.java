// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.golden.GoldenNames;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Triggers;

/** The self-test program: golden data of the model, answers for firmware functions, and main. */
final class SelfTestSource {
	private final TableLayout layout;
	private final Handles handles;
	private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
	private final Map<Bytes, Integer> offsets = new HashMap<>();

	SelfTestSource(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
	}

	String text() {
		Golden golden = new Golden(layout);
		GoldenTable values = new GoldenTable("golden_value", "mw_golden_value_t");
		golden.values().forEach(row -> values.row(place(row.encoding()), row.encoding().length(), row.object(), row.attribute(), row.association()));
		GoldenTable attributes = access("golden_attribute", golden.attributes());
		GoldenTable methods = access("golden_method", golden.methods());
		GoldenTable steps = steps();
		SourceText out = SourceText.ofC("Self-test", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix())
				.line("#include \"%s_memory.h\"", handles.prefix()).line("#include \"%s_handlers.h\"", handles.prefix()).line().line("#include \"mw_selftest.h\"").line();
		out.add(GoldenTable.octets("golden_octets", octets.toByteArray())).add(names().text()).add(values.text()).add(attributes.text()).add(methods.text()).add(steps.text());
		root(out, values, attributes, methods, steps);
		functions(out);
		new HandlerFiles(layout, handles).logOfSelfTest(out);
		return out.line("int main(void)").line("{").line("    %s_restore_ram();", handles.prefix()).line("    %s_restore_nvm();", handles.prefix())
				.line("#ifndef MW_SELFTEST_WITHOUT_CHECKSUM").line("    if (%s_checksum() != %s_CHECKSUM) {", handles.prefix(), handles.macroPrefix())
				.line("        return 1;").line("    }").line("#endif").line("    return (mw_selftest(&%s_meter, &golden) == 0U) ? 0 : 1;", handles.prefix()).line("}").toString();
	}

	private int place(Bytes encoding) {
		return offsets.computeIfAbsent(encoding, key -> {
			int at = octets.size();
			octets.writeBytes(key.toArray());
			return at;
		});
	}

	private static GoldenTable access(String name, List<Golden.AccessRow> rows) {
		GoldenTable table = new GoldenTable(name, "mw_golden_access_t");
		rows.forEach(row -> table.row(Math.max(0, row.value()), row.object(), row.index(), row.association(), row.code(), row.mode()));
		return table;
	}

	private GoldenTable names() {
		GoldenTable table = new GoldenTable("golden_name", "mw_golden_name_t");
		GoldenNames.of(layout).forEach(row -> table.row(row.classId(), row.object(), row.device(), row.name().a(), row.name().b(), row.name().c(), row.name().d(),
				row.name().e(), row.name().f()));
		return table;
	}

	private GoldenTable steps() {
		GoldenTable table = new GoldenTable("golden_step", "mw_golden_step_t");
		for (Triggers.Trigger trigger : layout.triggers()) {
			for (Triggers.Step step : trigger.steps()) {
				Bytes constant = step.param() instanceof Triggers.Constant(Bytes encoding) ? encoding : Bytes.EMPTY;
				int param = switch (step.param()) {
					case Triggers.AlertCode code -> Triggers.PARAM_ALERT;
					case Triggers.Number number -> number.number();
					default -> Triggers.NONE;
				};
				table.row(constant.length() == 0 ? 0 : place(constant), constant.length(), trigger.event(), trigger.guard(), step.target(), param, step.op().code(),
						step.index());
			}
		}
		return table;
	}

	private static void root(SourceText out, GoldenTable values, GoldenTable attributes, GoldenTable methods, GoldenTable steps) {
		out.line("static const mw_golden_t golden = {").line("    golden_octets,").line("    golden_value,").line("    %s,", attributes.address())
				.line("    %s,", methods.address()).line("    golden_name,").line("    %s,", steps.address());
		out.line("    %dU,", values.size()).line("    %dU,", attributes.size()).line("    %dU,", methods.size())
				.line("    (uint32_t)(sizeof golden_name / sizeof golden_name[0]),").line("    %dU", steps.size()).line("};").line();
	}

	private void functions(SourceText out) {
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line("uint8_t %s(uint16_t object, uint8_t attribute, mw_piece_t *piece)", handles.handler(i)).line("{")
					.line("    return mw_golden_answer(&golden, object, attribute, piece);").line("}").line();
		}
	}
}
