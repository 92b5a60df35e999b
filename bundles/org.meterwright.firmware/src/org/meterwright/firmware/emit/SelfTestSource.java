// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.golden.GoldenNames;
import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;
import org.meterwright.firmware.layout.Triggers;

/** The self-test program: golden data of the model, answers for firmware functions, and main. */
final class SelfTestSource {
	private final TableLayout layout;
	private final Handles handles;
	private final List<Table.Row> octets = new ArrayList<>();
	private final Map<Bytes, Integer> offsets = new HashMap<>();

	SelfTestSource(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
	}

	String text() {
		Golden golden = new Golden(layout);
		Table values = new Table("value", "mw_golden_value_t", golden.values().stream().map(row -> Table.Row.of("", place(row.encoding()), row.encoding().length(),
				row.object(), row.attribute(), row.association())).toList());
		Table steps = new Table("step", "mw_golden_step_t", steps());
		SourceText out = SourceText.ofC("Self-test", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix())
				.line("#include \"%s_memory.h\"", handles.prefix()).line("#include \"%s_handlers.h\"", handles.prefix()).line().line("#include \"mw_selftest.h\"").line();
		names(out);
		Map<String, Table> tables = Map.of("value", values, "attribute", access("attribute", golden.attributes()), "method", access("method", golden.methods()), "step",
				steps, "octets", new Table("octets", "uint8_t", octets));
		for (String name : List.of("octets", "value", "attribute", "method", "step")) {
			if (!tables.get(name).rows().isEmpty()) {
				out.add(TableText.of(Text.of("golden_%s", name), "", tables.get(name)).substring(1)).line();
			}
		}
		root(out, tables);
		functions(out);
		return out.line("int main(void)").line("{").line("    %s_restore_ram();", handles.prefix()).line("    %s_restore_nvm();", handles.prefix())
				.line("#ifndef MW_SELFTEST_WITHOUT_CHECKSUM").line("    if (%s_checksum() != %s_CHECKSUM) {", handles.prefix(), handles.macroPrefix())
				.line("        return 1;").line("    }").line("#endif").line("    return (mw_selftest(&%s_meter, &golden) == 0U) ? 0 : 1;", handles.prefix()).line("}").toString();
	}

	private int place(Bytes encoding) {
		return offsets.computeIfAbsent(encoding, key -> {
			int at = octets.size();
			for (int i = 0; i < key.length(); i++) {
				octets.add(Table.Row.of("", key.at(i)));
			}
			return at;
		});
	}

	private static Table access(String name, List<Golden.AccessRow> rows) {
		return new Table(name, "mw_golden_access_t", rows.stream()
				.map(row -> Table.Row.of("", Math.max(0, row.value()), row.object(), row.index(), row.association(), row.code(), row.mode())).toList());
	}

	private void names(SourceText out) {
		List<GoldenNames.NameRow> rows = GoldenNames.of(layout);
		out.line("static const mw_golden_name_t golden_name[%d] = {", rows.size());
		for (int i = 0; i < rows.size(); i++) {
			GoldenNames.NameRow row = rows.get(i);
			out.line("    { %dU, %dU, %dU, { %dU, %dU, %dU, %dU, %dU, %dU } }%s", row.classId(), row.object(), row.device(), row.name().a(), row.name().b(), row.name().c(),
					row.name().d(), row.name().e(), row.name().f(), i + 1 < rows.size() ? "," : "");
		}
		out.line("};").line();
	}

	private List<Table.Row> steps() {
		List<Table.Row> rows = new ArrayList<>();
		for (Triggers.Trigger trigger : layout.triggers()) {
			for (Triggers.Step step : trigger.steps()) {
				Bytes constant = step.param() instanceof Triggers.Constant(Bytes encoding) ? encoding : Bytes.EMPTY;
				int param = switch (step.param()) {
					case Triggers.AlertCode code -> Triggers.PARAM_ALERT;
					case Triggers.Number number -> number.number();
					default -> Triggers.NONE;
				};
				rows.add(Table.Row.of("", constant.length() == 0 ? 0 : place(constant), constant.length(), trigger.event(), trigger.guard(), step.target(), param,
						step.op().code(), step.index()));
			}
		}
		return rows;
	}

	private static void root(SourceText out, Map<String, Table> tables) {
		out.line("static const mw_golden_t golden = {").line("    golden_octets,").line("    golden_value,").line("    %s,", address(tables, "attribute"))
				.line("    %s,", address(tables, "method")).line("    golden_name,").line("    %s,", address(tables, "step"));
		out.line("    %dU,", tables.get("value").rows().size()).line("    %dU,", tables.get("attribute").rows().size()).line("    %dU,", tables.get("method").rows().size())
				.line("    (uint32_t)(sizeof golden_name / sizeof golden_name[0]),").line("    %dU", tables.get("step").rows().size()).line("};").line();
	}

	private static String address(Map<String, Table> tables, String name) {
		return tables.get(name).rows().isEmpty() ? "NULL" : Text.of("golden_%s", name);
	}

	private void functions(SourceText out) {
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line("uint8_t %s(uint16_t object, uint8_t attribute, mw_piece_t *piece)", handles.handler(i)).line("{")
					.line("    return mw_golden_answer(&golden, object, attribute, piece);").line("}").line();
		}
	}
}
